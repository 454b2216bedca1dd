# SPDX-License-Identifier: MIT
# Accesses to guest memory from C that stop at a fault; see src/host.h.  The
# signal handler asks host_fixup() where to go on.

	.text

# size_t host_copy(void *dst, const void *src, size_t n)
# A string move keeps rcx exact when it faults: the bytes not copied.
	.globl	host_copy
	.type	host_copy, @function
host_copy:
	.cfi_startproc
	mov	%rdx, %rcx
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
	lea	copy_access(%rip), %rdx
	lea	copy_stop(%rip), %rax
	cmp	%rdx, %rdi
	je	1f
	lea	strnlen_access(%rip), %rdx
	lea	strnlen_stop(%rip), %rax
	cmp	%rdx, %rdi
	je	1f
	xor	%eax, %eax
1:	ret
	.cfi_endproc
	.size	host_fixup, . - host_fixup

	.section .note.GNU-stack, "", @progbits
