# SPDX-License-Identifier: MIT
# A repository is made, changed, packed and cloned.
# shellcheck shell=dash
export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@example.org
export GIT_COMMITTER_NAME=C GIT_COMMITTER_EMAIL=c@example.org
export GIT_AUTHOR_DATE='1700000000 +0100' GIT_COMMITTER_DATE='1700000001 -0200'
export GIT_CONFIG_GLOBAL=/tmp/w/.gitconfig GIT_CONFIG_NOSYSTEM=1 GIT_PAGER=cat
cd /tmp/w || exit
git config --global init.defaultBranch main
git config --global gc.auto 0
git config --global maintenance.auto false
git config --global pack.threads 1
cp -r /tmp/in/tree r
cd r || exit
git init -q
git add .
git commit -q -m one
for i in 1 3 5 7; do
	sed 's/text/context/' "f$i" >f && mv f "f$i"
done
git diff --stat | tail -n 1
git commit -q -a -m two
git repack -adfq
git fsck --full 2>&1
git log --format=%H
git clone -q "file://$PWD" ../copy 2>&1
git -C ../copy status -s
