# SPDX-License-Identifier: MIT
# Accesses to guest memory from C that stop at a fault; see src/host.h.  The
# signal handler asks host_fixup() where to go on.

	.text

# size_t host_copy(void *dst, const void *src, size_t n)
# Little is copied by words, which starts sooner than a string move.  A word
# that faults is tried again by bytes: a string move keeps rcx, the bytes not
# copied, exact.
	.globl	host_copy
	.type	host_copy, @function
host_copy:
	.cfi_startproc
	mov	%rdx, %rcx
	cmp	$64, %rdx
	ja	copy_access
1:	cmp	$8, %rcx
	jb	2f
word_load:
	mov	(%rsi), %rax
word_store:
	mov	%rax, (%rdi)
	add	$8, %rsi
	add	$8, %rdi
	sub	$8, %rcx
	jmp	1b
2:	test	%ecx, %ecx
	jz	copy_stop
copy_access:
	rep movsb
copy_stop:
	mov	%rcx, %rax
	ret
	.cfi_endproc
	.size	host_copy, . - host_copy

# long host_strnlen(const char *s, size_t max)
	.globl	host_strnlen
	.type	host_strnlen, @function
host_strnlen:
	.cfi_startproc
	xor	%eax, %eax
1:	cmp	%rsi, %rax
	jae	2f
strnlen_access:
	cmpb	$0, (%rdi,%rax)
	je	2f
	inc	%rax
	jmp	1b
2:	ret
strnlen_stop:
	mov	$-1, %rax
	ret
	.cfi_endproc
	.size	host_strnlen, . - host_strnlen

# const void *host_fixup(const void *pc)
	.globl	host_fixup
	.type	host_fixup, @function
host_fixup:
	.cfi_startproc
	lea	copy_stop(%rip), %rax
	lea	copy_access(%rip), %rdx
	cmp	%rdx, %rdi
	je	1f
	mov	%rdx, %rax
	lea	word_load(%rip), %rdx
	cmp	%rdx, %rdi
	je	1f
	lea	word_store(%rip), %rdx
	cmp	%rdx, %rdi
	je	1f
	lea	strnlen_stop(%rip), %rax
	lea	strnlen_access(%rip), %rdx
	cmp	%rdx, %rdi
	je	1f
	xor	%eax, %eax
1:	ret
	.cfi_endproc
	.size	host_fixup, . - host_fixup

	.section .note.GNU-stack, "", @progbits
