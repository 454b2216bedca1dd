# SPDX-License-Identifier: MIT
# Tests of linux-user.
