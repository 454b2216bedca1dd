# SPDX-License-Identifier: MIT
# make: rules, functions, parallel jobs, recursion, signals.
# smoke: rules functions
# shellcheck shell=dash disable=SC1091,SC2016,SC2034,SC2317
. "${0%/*}/../prelude"

# A makefile from stdin, under a name that does not change.
mk()
{
	cat >mk
	make -f mk "$@"
}

t_rules()
{
	cat >Makefile <<'END'
all: prog.out list
%.out: %.in
	sed 's/in/out/' $< >$@
	@echo made $@ from $<, $* and $^
prog.in:
	echo in >$@
list: a.o b.o
	cat $^ >$@
a.o b.o: %.o: common
	echo $@ >$@
common: ; touch $@
.PHONY: all clean fail keep
clean:
	-rm nothing
	rm -f *.o *.out list
fail: bad
bad:
	@echo before
	false
	@echo not reached
keep: bad clean
sig:
	kill -TERM $$$$
env:
	@echo $(CURDIR:/tmp/%=%) $(MAKELEVEL) $$HOME $(origin HOME) $(V)
	@echo $$V
export V = exported
double:: ; @echo one
double:: ; @echo two
order: common | dir
	@echo order $^ / $|
dir:
	mkdir $@
multi1 multi2 &: common
	touch multi1 multi2
.SECONDARY: common
.DELETE_ON_ERROR:
half:
	echo half >$@; false
.ONESHELL:
one:
	@x=5
	echo $$x
END
	make
	make
	touch common
	make -n
	make -q; echo $?
	make list
	make clean
	make fail
	echo $?
	make -k keep
	echo $?
	make -i fail
	make sig
	echo $?
	make -s env V=cmd
	make double order multi2
	make half
	ls half
	make one
	make nothing
	echo $?
	make -f nothing
	echo $?
	printf 'bad line\n' | mk
	echo $?
	printf 'a: b\nb: a\n\techo $@\n' | mk
	make -W prog.in -n prog.out
	make -t prog.out
	make -p -f /dev/null 2>/dev/null | grep -c '^[A-Z]'
	make -C . -f Makefile -n double
	make -d -n double 2>&1 | grep 'Considering target'
	make --trace double
	make -B -n a.o
	printf 'all:\n\t@exec sh -c "echo exec; exit 4"\n' | mk
	echo $?
	printf 'SHELL = /bin/bash\nall:\n\t@echo $${BASH_VERSION:+bash}\n' | mk
	printf 'all: ; @uname -m\n' | mk
	touch -d '+1 hour' future
	printf 'x: future\n\t@touch x\n' | mk 2>&1 | sed 's/[0-9.e+]* s in/N s in/'
}

t_functions()
{
	cat >f.mk <<'END'
L = one two three four five
$(info $(words $(L)) $(word 2,$(L)) $(wordlist 2,3,$(L)) $(firstword $(L)) $(lastword $(L)))
$(info $(subst o,0,$(L)) $(patsubst %e,%E,$(L)) $(L:e=X) $(strip  a   b ) $(findstring wo,$(L)))
$(info $(filter t%,$(L)) $(filter-out t%,$(L)) $(sort $(L) one) $(join a b,1 2))
$(info $(dir a/b c) $(notdir a/b) $(suffix x.c) $(basename x.c) $(addprefix p,$(L)) $(addsuffix .s,a b))
$(info $(foreach i,1 2 3,<$(i)>) $(if $(L),yes,no) $(or ,b) $(and a,b) $(call rev,1,2))
rev = $(2) $(1)
$(info $(call rev,1,2) $(shell echo sub; echo shell) $(.SHELLSTATUS) $(value rev) $(origin rev) $(flavor L))
$(shell exit 3)
$(info status $(.SHELLSTATUS))
define multi
line 1
line 2 $(1)
endef
$(info $(call multi,arg))
$(eval made := $$(words $(L)))
$(info $(made) $(abspath /a/../b) $(realpath /usr/../usr/bin) $(intcmp 3,5,less,eq,more) $(let a b,1 2 3,$b-$a))
x := 1
y = $(x)
x := 2
x += 3
z ?= default
x2 := $(y)
$(info $(x) $(y) $(z) $(x2))
ifeq ($(x),2 3)
$(info equal)
else ifdef nothing
$(info no)
endif
ifneq (,$(filter 4.%,$(MAKE_VERSION)))
$(info make 4)
endif
fact = $(if $(filter 1,$(1)),1,$(shell echo $$(($(1) * $(call fact,$(shell echo $$(($(1) - 1))))))))
$(info $(call fact,8))
$(file >out.txt,written $(L))
$(file >>out.txt,appended)
$(info $(file <out.txt))
-include nothing.mk
include gen.mk
gen.mk: ; echo 'G = generated' >$@
$(foreach n,a b,$(eval t-$(n): ; @echo target $(n) $$@))
vpath %.src sub
all: t-a t-b found.src
	@echo $(G) $^
	@echo '$(CURDIR)' | sed 's,.*/,,'
	$(warning careful)
private: private P = 1
private: ; @echo $(P)
t-%: ;
$(info $(wildcard *.mk) $(wildcard no*))
err: ; $(error stop here)
END
	mkdir sub
	touch sub/found.src
	make -f f.mk 2>&1
	make -f f.mk private err 2>&1 | tail -n 2
}

t_parallel()
{
	cat >p.mk <<'END'
N = $(shell seq 30)
all: $(N:%=t%) ; @cat $^ | sort -n | tail -n 1; cat $^ | wc -l
t%: ; @echo $$(($* * $*)) >$@
sub: ; @$(MAKE) -f p.mk -s all
fails: $(N:%=f%)
f%: ; @[ $* != 7 ]
END
	make -f p.mk -j4
	rm t*
	make -f p.mk -j3 sub
	rm t*
	make -f p.mk -j1 -O all
	rm t*
	make -f p.mk -j4 --jobserver-style=pipe -Otarget sub
	make -f p.mk -j4 -k fails 2>/dev/null
	echo $?
	mkdir d1 d2 d3
	for d in d1 d2 d3; do
		printf 'all: x y\nx y: ; @touch $@; echo %s $@\n' $d >$d/Makefile
	done
	printf 'D = d1 d2 d3\nall: $(D)\n.PHONY: $(D)\n$(D): ; @$(MAKE) --no-print-directory -C $@\n' >Makefile
	make -j4 | sort
	make -j2 -l 1000 | sort
	printf 'all: ; @echo $(MAKEFLAGS) | sed "s/--jobserver-auth=[^ ]*/auth/"\n' >flags.mk
	make -f flags.mk -j2 -k
	printf 'all: a b\na: ; @sleep 0.2; echo a\nb: ; @echo b\n' | mk -j2 -Oline
	printf 'all:\n\t@trap "echo cleaned; exit 1" TERM; echo ready >pid; kill -TERM $$PPID; while :; do sleep 0.05; done\n' | mk 2>/dev/null
	echo $?
	printf 'all: a b c\na b c: ; +@echo $@ in\n' | mk -j3 | sort
	seq 400 | sed 's/.*/t&: ; @echo & >$@/' >many.mk
	(printf 'all:'; seq 400 | sed 's/^/ t/' | tr -d '\n'; echo) >>many.mk
	make -f many.mk -j4 all
	cat t[0-9]* | sort -n | md5sum
}

run "$1"
