#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Idempotency EE authors
# SPDX-License-Identifier: Apache-2.0
# Checks every variant of claim.pml and fails if one does not come out as it must: the code's own protocol holds every
# property, and each wrong design breaks the property that is named beside it.
# usage: check.sh [short]; needs spin and gcc. docs/model.md explains the variants.
set -u
model=$(cd "$(dirname "$0")" && pwd)/claim.pml
set_of_variants=${1:-long}
wrong=0
checked=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# variant <holds|P1..P7|stuck> <label> <knobs...>
variant() {
  local must=$1 label=$2 optimise=-O0 got states took
  shift 2
  case $must in
    holds) optimise=-O2 ;;
    P*) set -- "$@" "-DONLY=${must#P}" ;;
  esac
  rm -rf "${work:?}"/*
  cp "$model" "$work"
  took=$SECONDS
  (cd "$work" && spin -a "$@" claim.pml > build 2>&1 &&
    gcc "$optimise" -DSAFETY -DCOLLAPSE -DMEMLIM=4000 -w -o pan pan.c >> build 2>&1 &&
    timeout 900 ./pan -m300000 > result 2>&1)
  if grep -qs 'errors: 0' "$work/result" && ! grep -qE 'not completed|depth too small|out of memory' "$work/result"; then
    got=holds
  elif grep -qs 'errors: 1' "$work/result"; then
    case $must,$(grep -m1 '^pan:1:' "$work/result") in
      *'invalid end state'*) got=stuck ;;
      P*) got=$must ;;
      *) got=broken && grep -m1 '^pan:1:' "$work/result" ;;
    esac
  else
    got='not finished'
    cat "$work/build" 2> /dev/null
  fi
  states=$(grep -oE '[0-9.e+]+ states, stored' "$work/result" 2> /dev/null | cut -d' ' -f1)
  checked=$((checked + 1))
  if [ "$got" = "$must" ]; then verdict=ok; else verdict="WRONG, must be $must"; wrong=$((wrong + 1)); fi
  printf '%-6s %-64s %10s states %3d s  %s\n' "$got" "$label" "${states:-?}" $((SECONDS - took)) "$verdict"
}
long() { [ "$set_of_variants" = short ] || variant "$@"; }

outside='-DEFFECT=1'
no_faults='-DMAXCRASH=0 -DMAXEXP=0 -DMAXRET=0'
alike='-DMIXED=1 -DSAMEANSWER=1'

echo '-- the code as it is: every property holds'
variant holds 'A1 effect in the outcome'"'"'s transaction, 2 attempts, all faults' -DN=2 -DLIVING=1
variant holds 'A2 3 attempts, 2 leases end' -DMAXCRASH=0 -DMAXRET=0 -DLIVING=1
variant holds 'A3 3 attempts, lease and retention end' -DMAXCRASH=0 -DMAXEXP=1 -DLIVING=1 -DTHROWS=0
variant holds 'A4 3 attempts, two payloads, answers alike' $alike -DMAXCRASH=0 -DMAXEXP=1 -DLIVING=1
variant holds 'A5 the administrator deletes the record at any moment' -DN=2 -DADMIN=1
variant holds 'A6 effect outside, de-duplicated at its sink' -DN=2 -DEFFECT=2
variant holds 'A7 effect outside, nothing fails' $outside $no_faults -DLOSTDONE=0
variant holds 'A8 effect outside, NEVER_RE_EXECUTE (P4 cannot be)' $outside -DN=2 -DNEVER=1 -DP4=0
variant holds 'A9 an owner stops in its commit, the database ends the session' -DN=2 -DPAUSE=2
long holds 'A10 3 attempts, all faults' -DMAXCRASH=0 -DLIVING=1
long holds 'A11 3 attempts, two payloads, answers alike, all faults' $alike -DMAXCRASH=0 -DLIVING=1
long holds 'A12 2 attempts, two retentions and three leases end' -DN=2 -DMAXEXP=3 -DMAXRET=2 -DLIVING=1
long holds 'A13 3 attempts, effect outside, NEVER_RE_EXECUTE' $outside -DNEVER=1 -DP4=0 -DMAXCRASH=0
long holds 'A14 4 attempts, 1 lease ends' -DN=4 -DMAXCRASH=0 -DMAXEXP=1 -DMAXRET=0 -DTHROWS=0 -DLIVING=1

echo '-- other designs that would do'
variant holds 'B1 token and state without version' -DN=2 -DFENCE=4
variant holds 'B2 version and state without token, versions from tokens' -DN=2 -DFENCE=3 $alike
variant holds 'B3 an expired record deleted and inserted in two transactions' -DN=2 -DREPLACE=2
variant holds 'B4 an unanswered completion never recognised' -DN=2 -DRECOGNISE=0
variant holds 'B5 a fenced release after an unanswered completion' -DN=2 -DRELEASE=3
variant holds 'B6 release by key, were no attempt ever late' -DN=2 -DRELEASE=1 $no_faults

echo '-- the limits that docs/guarantees.md names'
variant P1 'L1 effect outside, leases end' $outside -DN=2 -DMAXCRASH=0 -DLOSTDONE=0
variant P1 'L2 effect outside, a node dies' $outside -DN=2 -DMAXEXP=0 -DMAXRET=0 -DLOSTDONE=0
variant P1 'L3 effect outside, an outcome cannot be stored' $outside -DN=2 $no_faults
variant P4 'L4 NEVER_RE_EXECUTE settles no orphan' $outside -DN=2 -DNEVER=1
variant stuck 'L5 an owner stops in its commit, nobody ends the session' -DN=2 -DPAUSE=1
variant P7 'L6 an owner completes after its retention' -DN=2 -DREPLAYABLE=1

echo '-- wrong designs: each must break its property'
variant P1 'W1 no fence' -DN=2 -DFENCE=0
variant P1 'W2 look at the token, then write' -DN=2 -DFENCE=1
variant P1 'W3 takeover by key only' -DTAKEOVER=1 -DMAXCRASH=0 -DMAXRET=0
variant P1 'W4 takeover by delete and insert, results ignored' -DTAKEOVER=2 -DMAXCRASH=0 -DMAXRET=0
variant P6 'W5 takeover does not repeat the lease' -DN=2 -DTAKEOVER=3 -DLIVING=1
variant P1 'W6 an expired record deleted without its condition' -DREPLACE=1 -DMAXCRASH=0
variant P1 'W7 release by key' -DRELEASE=1 -DMAXCRASH=0
variant P1 'W8 release by key after an unanswered completion' -DN=2 -DRELEASE=2
variant P1 'W9 sweep selects ids, then deletes by id' -DN=2 -DSWEEP=2
variant P5 'W10 state alone is the fence, two payloads' -DFENCE=5 -DMIXED=1 -DMAXCRASH=0
variant P5 'W11 version alone is the fence and starts at 0, two payloads' -DFENCE=3 -DVERSION=0 -DMIXED=1 -DMAXCRASH=0
variant P1 'W12 NEVER_RE_EXECUTE, but swept' $outside -DN=2 -DNEVER=1 -DP4=0 -DSWEEP=3
variant P1 'W13 NEVER_RE_EXECUTE, but replaced when expired' $outside -DN=2 -DNEVER=1 -DP4=0 -DREPLACE=3
variant P1 'W14 an unanswered claim is believed' $outside -DN=2 $no_faults -DLOSTDONE=0 -DRECLAIM=2
variant P2 'W15 a completion recognised by its state' -DN=2 -DRECOGNISE=2
variant P3 'W16 a completion recognised by state and hash' -DN=2 -DRECOGNISE=3 $alike
variant P3 'W17 as the code, but versions start at 0: another life of the row' -DN=2 -DVERSION=0 $alike
variant P2 'W18 likewise, recognised by attempt and version without hash' -DN=2 -DVERSION=0 -DRECOGNISE=4

echo "$checked variants checked, $wrong wrong"
[ "$wrong" = 0 ]
