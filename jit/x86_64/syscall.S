# SPDX-License-Identifier: MIT
# Raw system calls; see src/host.h.  C's argument registers move to the
# kernel's: rax nr, rdi rsi rdx r10 r8 r9.

	.text

	.globl	host_syscall
	.type	host_syscall, @function
host_syscall:
	.cfi_startproc
	mov	%rdi, %rax
	mov	%rsi, %rdi
	mov	%rdx, %rsi
	mov	%rcx, %rdx
	mov	%r8, %r10
	mov	%r9, %r8
	mov	8(%rsp), %r9
	syscall
	ret
	.cfi_endproc
	.size	host_syscall, . - host_syscall

# From host_syscall_check up to host_syscall_done, exclusive, the call has not
# happened.  A call that the kernel restarts after a handler has its pc back
# on the syscall instruction, which lies within.
	.globl	host_syscall_window
	.type	host_syscall_window, @function
host_syscall_window:
	.cfi_startproc
	mov	%rsi, %rax
	mov	%rdi, %r11
	mov	%rdx, %rdi
	mov	%rcx, %rsi
	mov	%r8, %rdx
	mov	%r9, %r10
	mov	8(%rsp), %r8
	mov	16(%rsp), %r9
	.globl	host_syscall_check
host_syscall_check:
	cmpl	$0, (%r11)
	jne	host_syscall_undone
	syscall
	.globl	host_syscall_done
host_syscall_done:
	ret
	.globl	host_syscall_undone
host_syscall_undone:
	mov	$-4097, %rax
	ret
	.cfi_endproc
	.size	host_syscall_window, . - host_syscall_window

# A call on another stack; arguments: top, fn, arg.
	.globl	host_stack_enter
	.type	host_stack_enter, @function
host_stack_enter:
	.cfi_startproc
	.cfi_undefined rip
	mov	%rdi, %rsp
	and	$-16, %rsp
	mov	%rdx, %rdi
	xor	%ebp, %ebp
	call	*%rsi
	ud2
	.cfi_endproc
	.size	host_stack_enter, . - host_stack_enter

	.globl	host_sigreturn
	.type	host_sigreturn, @function
host_sigreturn:
	mov	$15, %eax
	syscall
	.size	host_sigreturn, . - host_sigreturn

	.section .note.GNU-stack, "", @progbits
