# SPDX-License-Identifier: MIT
# Tests of the decoder generator and of the AArch64 tables.

DECODE_TEST_LIB = tests/decode/insn-text.c tests/decode/insn-text.h \
	tests/decode/scan.c tests/decode/scan.h
check_PROGRAMS += tests/decode/fields tests/decode/rows tests/decode/fuzz \
	tests/decode/words
tests_decode_fields_SOURCES = tests/decode/fields.c $(DECODE_TEST_LIB)
tests_decode_fields_LDADD = libaarch64.a
tests_decode_rows_SOURCES = tests/decode/rows.c $(DECODE_TEST_LIB)
tests_decode_rows_LDADD = libaarch64.a
tests_decode_fuzz_SOURCES = tests/decode/fuzz.c $(DECODE_TEST_LIB)
tests_decode_fuzz_LDADD = libaarch64.a
tests_decode_words_SOURCES = tests/decode/words.c $(DECODE_TEST_LIB)
tests_decode_words_LDADD = libaarch64.a

DECODE_TEST_SH = tests/decode/rejects.sh tests/decode/awks.sh \
	tests/decode/short-words.sh tests/decode/objdump.sh
TESTS += tests/decode/fields tests/decode/rows tests/decode/fuzz \
	$(DECODE_TEST_SH)
EXTRA_DIST += $(DECODE_TEST_SH) tests/decode/compare.awk \
	tests/decode/mnemonics tests/decode/differences
