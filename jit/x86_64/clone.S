# SPDX-License-Identifier: MIT
# A raw clone whose child goes on elsewhere, and its end; see src/host.h.

	.text

	.globl	host_clone
	.type	host_clone, @function
# rdi: the call's number and five arguments, rsi: the function, rdx: its
# argument.  The kernel keeps all but rax, rcx and r11; the child's stack may
# be new, so what it needs is in registers.
host_clone:
	.cfi_startproc
	push	%r12
	.cfi_adjust_cfa_offset 8
	push	%r13
	.cfi_adjust_cfa_offset 8
	mov	%rsi, %r12
	mov	%rdx, %r13
	mov	%rdi, %r11
	mov	(%r11), %rax
	mov	8(%r11), %rdi
	mov	16(%r11), %rsi
	mov	24(%r11), %rdx
	mov	32(%r11), %r10
	mov	40(%r11), %r8
	syscall
	test	%rax, %rax
	jz	1f
	pop	%r13
	pop	%r12
	ret
1:	xor	%ebp, %ebp
	and	$-16, %rsp
	mov	%r13, %rdi
	call	*%r12
	ud2
	.cfi_endproc
	.size	host_clone, . - host_clone

# rdi: memory, rsi: bytes, edx: status.  No stack from the first call on.
	.globl	host_thread_exit
	.type	host_thread_exit, @function
host_thread_exit:
	.cfi_startproc
	.cfi_undefined rip
	mov	%edx, %r12d
	mov	$11, %eax		# munmap
	syscall
	mov	%r12d, %edi
	mov	$60, %eax		# exit
	syscall
	ud2
	.cfi_endproc
	.size	host_thread_exit, . - host_thread_exit

	.section .note.GNU-stack, "", @progbits
