#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Idempotency EE authors
# SPDX-License-Identifier: Apache-2.0
# Checks every variant of claim.pml and two-tiers.pml and fails if one does not come out as it must: the code's own protocol holds every
# property, and each wrong design breaks the property that is named beside it.
# usage: check.sh [short]; needs spin and gcc. docs/model.md explains the variants.
set -u
models=$(cd "$(dirname "$0")" && pwd)
model=claim.pml
set_of_variants=${1:-long}
at_once=$(nproc 2> /dev/null || echo 2)
work=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null; rm -rf "$work"' EXIT
started=0 # lines of the report, in the order of this file, whoever is ready first
printed=0

# check <line> <model> <holds|P1..P9|stuck> <label> <knobs...>
check() {
  local place=$work/$1 model=$2 must=$3 label=$4 optimise=-O0 got states took=$SECONDS verdict=ok
  shift 4
  case $must in
    holds) optimise=-O1 ;;
    P*) set -- "$@" "-DONLY=${must#P}" ;;
  esac
  mkdir "$place"
  cp "$models/$model" "$place/model.pml"
  (cd "$place" && spin -a "$@" model.pml > build 2>&1 &&
    gcc "$optimise" -DSAFETY -DCOLLAPSE -DMEMLIM=4000 -w -o pan pan.c >> build 2>&1 &&
    timeout 1800 ./pan -m300000 > result 2>&1)
  if grep -qs 'errors: 0' "$place/result" && ! grep -qE 'not completed|depth too small|out of memory' "$place/result"; then
    got=holds
  elif grep -qs 'errors: 1' "$place/result"; then
    case $must,$(grep -m1 '^pan:1:' "$place/result") in
      *'invalid end state'*) got=stuck ;;
      P*) got=$must ;;
      *) got=broken && grep -m1 '^pan:1:' "$place/result" ;;
    esac
  else
    got='not finished'
    cat "$place/build" 2> /dev/null
  fi
  states=$(grep -oE '[0-9.e+]+ states, stored' "$place/result" 2> /dev/null | cut -d' ' -f1)
  [ "$got" = "$must" ] || verdict="WRONG, must be $must"
  printf '%-6s %-70s %10s states %3d s  %s\n' "$got" "$label" "${states:-?}" $((SECONDS - took)) "$verdict"
  rm -rf "$place"
}
report() {
  while [ -e "$work/$((printed + 1)).line" ]; do
    printed=$((printed + 1))
    cat "$work/$printed.line"
  done
}
variant() {
  while [ "$(jobs -pr | wc -l)" -ge "$at_once" ]; do wait -n; done
  report
  started=$((started + 1))
  local line=$started
  { check "$line" "$model" "$@" > "$work/$line.part" 2>&1; mv "$work/$line.part" "$work/$line.line"; } &
}
heading() {
  started=$((started + 1))
  echo "-- $*" > "$work/$started.line"
}
long() { [ "$set_of_variants" = short ] || variant "$@"; }

outside='-DEFFECT=1'
no_faults='-DMAXCRASH=0 -DMAXEXP=0 -DMAXRET=0'
alike='-DMIXED=1 -DSAMEANSWER=1'
joined='-DMODE=1'
one_commit='-DMODE=2'
both='-DMODE=3'

heading 'the code as it is: every property holds'
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

heading 'the work in one transaction with its outcome (JOINED) and its claim (ONE_COMMIT): every property holds'
variant holds 'J1 JOINED, 2 attempts, all faults, no effect past the retention' $joined -DN=2 -DLIVING=1 -DREPLAYABLE=1
variant holds 'J2 JOINED, the judging release unanswered, rollbacks wrongly told' $joined -DN=2 -DLOSTRELEASE=1 -DTMLIES=1 -DMAXRET=0
variant holds 'J3 JOINED, 3 attempts, 1 lease ends' $joined -DMAXCRASH=0 -DMAXRET=0 -DMAXEXP=1 -DTHROWS=0 -DLIVING=1
variant holds 'O1 ONE_COMMIT, 2 attempts, all faults' $one_commit -DN=2 -DTMLIES=1 -DLIVING=1
variant holds 'O2 ONE_COMMIT settles NEVER_RE_EXECUTE too' $one_commit -DN=2 -DNEVER=1
variant holds 'M1 an attempt of each mode, all faults' $both -DN=2 -DLIVING=1
long holds 'O3 ONE_COMMIT, 3 attempts, all faults' $one_commit -DMAXCRASH=0 -DLIVING=1
long holds 'O4 ONE_COMMIT, 3 attempts, two payloads, answers alike' $one_commit $alike -DMAXEXP=0 -DLIVING=1
long holds 'M2 3 attempts of both modes, 1 lease ends' $both -DMAXCRASH=0 -DMAXRET=0 -DMAXEXP=1 -DLIVING=1

heading 'issued keys: the row outlives its token'
variant holds 'K1 2 attempts, all faults' -DN=2 -DTOKEN=1 -DP4=0
variant holds 'K2 JOINED, 2 attempts, all faults' $joined -DN=2 -DTOKEN=1 -DP4=0 -DTMLIES=1 -DREPLAYABLE=1
long holds 'K3 3 attempts, lease and retention end' -DTOKEN=1 -DP4=0 -DMAXCRASH=0 -DMAXEXP=1

heading 'other designs that would do'
variant holds 'B1 token and state without version' -DN=2 -DFENCE=4
variant holds 'B2 version and state without token, versions from tokens' -DN=2 -DFENCE=3 $alike
variant holds 'B3 an expired record deleted and inserted in two transactions' -DN=2 -DREPLACE=2
variant holds 'B4 an unanswered completion never recognised' -DN=2 -DRECOGNISE=0
variant holds 'B5 a fenced release after an unanswered completion' -DN=2 -DRELEASE=3
variant holds 'B6 release by key, were no attempt ever late' -DN=2 -DRELEASE=1 $no_faults

heading 'the limits that docs/guarantees.md names'
variant P1 'L1 effect outside, leases end' $outside -DN=2 -DMAXCRASH=0 -DLOSTDONE=0
variant P1 'L2 effect outside, a node dies' $outside -DN=2 -DMAXEXP=0 -DMAXRET=0 -DLOSTDONE=0
variant P1 'L3 effect outside, an outcome cannot be stored' $outside -DN=2 $no_faults
variant P4 'L4 NEVER_RE_EXECUTE settles no orphan' $outside -DN=2 -DNEVER=1
variant stuck 'L5 an owner stops in its commit, nobody ends the session' -DN=2 -DPAUSE=1
variant P7 'L6 an owner completes after its retention' -DN=2 -DREPLAYABLE=1
variant P8 'L7 JOINED, the record expires between a lost commit and its judgement' $joined -DN=2 -DLOSTRELEASE=1
variant P8 'L8 ONE_COMMIT, likewise' $one_commit -DN=2 -DSWIFT=1
variant P1 'L9 JOINED, the work commits a transaction of its own' $joined -DN=2 -DEFFECT=1
variant P1 'L10 ONE_COMMIT, likewise' $one_commit -DN=2 -DEFFECT=1

heading 'wrong designs: each must break its property'
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
variant P3 'W19 JOINED, a failed commit is believed' $joined -DN=2 -DJUDGE=0
variant P3 'W20 ONE_COMMIT, likewise' $one_commit -DN=2 -DJUDGE=0
variant P1 'W21 JOINED, released by key after a failed commit' $joined -DN=2 -DJUDGE=2
variant P8 'W22 JOINED, looks before it releases' $joined -DN=2 -DJUDGE=3
variant P7 'W23 JOINED, an effect settled past the retention' $joined -DN=2 -DLATE=1 -DREPLAYABLE=1
variant P4 'W24 ONE_COMMIT, the claim kept after a rollback, NEVER_RE_EXECUTE' $one_commit -DN=2 -DNEVER=1 -DKEEP=1
variant P3 'W25 ONE_COMMIT, answered before the commit' $one_commit -DN=2 -DEARLY=1
variant P2 'W26 ONE_COMMIT, a failed commit judged by the state' $one_commit -DN=2 -DJUDGE=5
variant P1 'W27 JOINED without a fence' $joined -DN=2 -DFENCE=0
variant P1 'W28 both modes, takeover in the transaction by key only' $both -DTAKEOVER=1 -DMAXCRASH=0 -DMAXRET=0
variant P8 'W29 ONE_COMMIT, a rollback believed that the database has yet to decide' $one_commit -DN=2 -DJUDGE=4 -DTMLIES=1
variant P9 'W30 issued keys, the row may die before its token' -DN=2 -DTOKEN=2
variant P9 'W31 issued keys, the token not looked at again after the claim' -DN=2 -DTOKEN=3

model=two-tiers.pml
short_of_faults='-DFLUSH=0 -DEXPIRES=0 -DLEASES=0'

heading 'two tiers, the code as it is: every property holds'
variant holds 'T1 2 attempts, all faults' -DN=2
variant holds 'T2 the administrator deletes the record at any moment' -DN=2 -DADMIN=1 -DFAILS=0
variant holds 'T3 3 attempts, two payloads' -DMIXED=1 -DCRASH=0 -DEXPIRES=0 -DLEASES=0
variant holds 'T4 3 attempts, the hot tier fails and is emptied' -DEXPIRES=0 -DLEASES=0 -DCRASH=0
long holds 'T5 2 attempts, the administrator, all faults' -DN=2 -DADMIN=1
long holds 'T6 3 attempts, all faults' -DEXPIRES=0
long holds 'T7 3 attempts, two payloads, all faults' -DMIXED=1

heading 'two tiers, a limit that docs/two-tiers.md names'
variant P2 'U1 a warmed outcome outlives its retention by minutes' -DN=2 -DWARM=2

heading 'two tiers, wrong designs: each must break its property'
variant P1 'V1 the hot tier decides a fresh claim' -DN=2 -DDECIDES=1
variant P2 'V2 kept before the durable commit' -DN=2 -DEARLY=1
variant P2 'V3 kept whatever is there, and the record deleted meanwhile' -DN=2 -DFENCE=0 -DADMIN=1 -DEXPIRES=0
variant P2 'V4 the hot record deleted first' -DN=2 -DFORGET=0 -DADMIN=1
variant P2 'V5 kept longer than the durable record' -DN=2 -DLONGER=1
variant P3 'V6 believed that a key is reused' $short_of_faults -DREUSED=1 -DMIXED=1
variant P4 'V7 a mark without a lease' -DN=2 -DFOREVER=1

wait
report
checked=$(cat "$work"/*.line | grep -cE ' states +[0-9]+ s  ')
wrong=$(cat "$work"/*.line | grep -c 'WRONG, must be')
echo "$checked variants checked, $wrong wrong"
[ "$wrong" = 0 ]
