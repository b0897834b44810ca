// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/*
 * The protocol of two tiers: ee.idempotency.store.TwoTierStore over a HotTier. The durable tier is one atomic step a verb
 * here, because claim.pml checks what is inside; every call of the hot tier may fail, and the hot tier may be emptied at any
 * moment. docs/two-tiers.md explains it. A "generation" is the life of an answer, as in claim.pml.
 *
 *   P1  a generation has at most one effect
 *   P2  whoever is told an outcome is told the one of the generation that lives, or of the one that is just being deleted
 *   P3  nobody is told that a key is reused who brings the payload of the durable record
 *   P4  once the world is quiet and the leases are over, one more repeat is told an outcome
 *
 * The knobs; a default is what the code does.
 */
#ifndef N
#define N 3           /* attempts at once; one more retries when the world is quiet */
#endif
#ifndef FLUSH
#define FLUSH 1       /* how often the hot tier loses everything */
#endif
#ifndef FAILS
#define FAILS 1       /* calls of the hot tier that fail, each before or after it did what was asked */
#endif
#ifndef CRASH
#define CRASH 1       /* attempts that die */
#endif
#ifndef LEASES
#define LEASES 1      /* durable leases that run out; the hot ones may at any moment */
#endif
#ifndef EXPIRES
#define EXPIRES 1     /* durable retentions that run out */
#endif
#ifndef ADMIN
#define ADMIN 0       /* 1: the administrator deletes the record once */
#endif
#ifndef MIXED
#define MIXED 0       /* 1: odd and even attempts bring different payloads */
#endif
#ifndef DECIDES
#define DECIDES 0     /* 1: the hot tier decides a fresh claim */
#endif
#ifndef EARLY
#define EARLY 0       /* 1: the outcome is kept before the durable commit */
#endif
#ifndef FENCE
#define FENCE 1       /* 0: an outcome is kept whatever is there */
#endif
#ifndef FORGET
#define FORGET 1      /* the administrator deletes 1 the durable record first, 0 the hot one first */
#endif
#ifndef LONGER
#define LONGER 0      /* 1: the hot tier may keep an outcome longer than the durable one */
#endif
#ifndef REUSED
#define REUSED 0      /* 1: the hot tier is believed when it says that a key is reused */
#endif
#ifndef FOREVER
#define FOREVER 0     /* 1: a mark has no lease and nobody is told to ask */
#endif
#ifndef WARM
#define WARM 1        /* 0: a repeat does not warm; 1: bounded as in the code, modelled as ending with the generation;
                         2: unbounded by the generation, which is the code's few minutes in the worst case */
#endif

#ifndef ONLY
#define ONLY 0
#endif
#define HOLDS(p, condition) assert((ONLY != 0 && ONLY != p) || (condition))
#if MIXED
#define FP(m) ((m) > N -> fingerprint : (m) % 2)
#else
#define FP(m) 0
#endif

mtype = { ABSENT, RUNNING, DONE };
mtype state = ABSENT;                 /* the durable record */
byte owner, answer, fingerprint;
bool leaseOver;

mtype hotState = ABSENT;              /* the hot record: RUNNING is a mark */
byte hotToken, hotAnswer, hotFingerprint, hotGeneration;
bool hotLeaseOver;

byte generation;
byte effects[EXPIRES + ADMIN + 1];
bool lapsed[EXPIRES + ADMIN + 1];       /* by the end of its retention */
byte flushes, fails, crashes, leases, expiries, running;
bool quiet, deleting;

inline hotErase() { hotState = ABSENT; hotToken = 0; hotAnswer = 0; hotFingerprint = 0; hotLeaseOver = false; hotGeneration = 0 }
inline erase() {
  if :: state == DONE -> generation++ :: else -> skip fi;
  state = ABSENT; owner = 0; answer = 0; leaseOver = false
}
inline tell(what) { HOLDS(2, deleting || (state == DONE && answer == what)) }
#define mayFail(label) if :: fails < FAILS && !quiet -> fails++; goto label :: skip fi
inline mayCrash() { if :: crashes < CRASH && !quiet -> crashes++; goto end :: skip fi }
/* complete.lua: in place of the mark that it is given for */
inline keep(token, what, born) {
  if
#if FENCE
  :: hotState == RUNNING && hotToken == token ->
#else
  :: true ->
#endif
#if LONGER || WARM == 2
     hotState = DONE; hotAnswer = what; hotToken = 0; hotLeaseOver = false; hotGeneration = generation
#else
     /* its time counts from before the durable claim: it is over when that generation's is */
     if
     :: !lapsed[born] -> hotState = DONE; hotAnswer = what; hotToken = 0; hotLeaseOver = false; hotGeneration = born
     :: else -> hotErase()
     fi
#endif
  :: else -> skip
  fi
}

proctype Attempt(byte me) {
  byte mark, told, myGeneration; mtype seen;

  /* RedisHotTier.claim, claim.lua */
  mayFail(durable);
  atomic {
    if
    :: hotState == ABSENT || (hotState == RUNNING && hotLeaseOver) ->
       hotState = RUNNING; hotToken = me; hotFingerprint = FP(me); hotLeaseOver = false; mark = me
#if DECIDES
       ; owner = me; state = RUNNING; fingerprint = FP(me); leaseOver = false; goto acquired
#endif
    :: hotState != ABSENT && !(hotState == RUNNING && hotLeaseOver) && hotFingerprint != FP(me) ->
#if REUSED
       HOLDS(3, !(state != ABSENT && fingerprint == FP(me)));
       goto end
#else
       skip
#endif
    :: hotState == DONE && hotFingerprint == FP(me) -> tell(hotAnswer); goto end
    :: hotState == RUNNING && hotFingerprint == FP(me) && !hotLeaseOver ->
       if
       :: !quiet || FOREVER -> goto end                              /* InProgress */
#if !FOREVER
       :: mark = hotToken                                            /* told to ask */
#endif
       fi
    fi
  };
  mayFail(lostMark);
  goto durable;
lostMark:
  mark = 0;

durable: /* the durable claim, atomic as claim.pml shows */
  mayCrash();
  atomic {
    myGeneration = generation;
    if
    :: state == ABSENT -> state = RUNNING; owner = me; fingerprint = FP(me); leaseOver = false; goto acquired
    :: state != ABSENT && fingerprint != FP(me) -> goto refused
    :: state == DONE && fingerprint == FP(me) -> told = answer; tell(told)
    :: state == RUNNING && fingerprint == FP(me) && !leaseOver -> goto refused
    :: state == RUNNING && fingerprint == FP(me) && leaseOver -> owner = me; leaseOver = false; goto acquired
    fi
  };
  mayCrash();
  /* warm */
#if WARM
  mayFail(end);
  atomic { if :: mark != 0 -> keep(mark, told, myGeneration) :: else -> skip fi };
#endif
  goto end;

refused: /* drop, its own only */
  mayCrash();
  mayFail(end);
  atomic { if :: hotState == RUNNING && hotToken == mark && mark == me -> hotErase() :: else -> skip fi };
  goto end;

acquired:
  mayCrash();
#if EARLY
  atomic { keep(me, me, generation) };
  mayCrash();
#endif
  atomic { /* effect and outcome, one commit */
    if
#if DECIDES
    :: true ->
#else
    :: state == RUNNING && owner == me ->
#endif
       state = DONE; answer = me; owner = 0;
       effects[generation]++; HOLDS(1, effects[generation] <= 1);
       told = me; myGeneration = generation
    :: else -> goto refused                                          /* NotOwner: drop */
    fi
  };
  mayCrash();
  mayFail(end);
#if !EARLY
  atomic { keep(me, told, myGeneration) };
#endif

end:
  running--
}

proctype World() {
  do
  :: atomic { state == RUNNING && !leaseOver && leases < LEASES && !quiet -> leaseOver = true; leases++ }
  :: atomic { state == DONE && expiries < EXPIRES && !quiet ->
              expiries++; lapsed[generation] = true; erase();
#if !LONGER && WARM != 2
              if :: hotState == DONE -> hotErase() :: else -> skip fi   /* the hot one is over already */
#endif
            }
  :: atomic { hotState != ABSENT && flushes < FLUSH && !quiet -> hotErase(); flushes++ }
#if !FOREVER
  :: atomic { hotState == RUNNING && !hotLeaseOver && !quiet -> hotLeaseOver = true }
#endif
  :: quiet -> break
  od
}

#if ADMIN
proctype Administrator() {
  if
  :: !quiet ->
#if FORGET
     atomic { deleting = true; erase() };
     atomic { hotErase(); deleting = false }
#else
     atomic { deleting = true; hotErase() };
     atomic { erase(); deleting = false }
#endif
  :: quiet
  fi;
  running--
}
#endif

init {
  byte i = 1;
  atomic {
    running = N + ADMIN;
    do :: i <= N -> run Attempt(i); i++ :: else -> break od;
    run World();
#if ADMIN
    run Administrator();
#endif
    i = 0
  }
  running == 0;
  atomic {
    quiet = true;
    if :: state == RUNNING -> leaseOver = true :: else -> skip fi;
#if !FOREVER
    if :: hotState == RUNNING -> hotLeaseOver = true :: else -> skip fi;
#endif
    running = 1; run Attempt(N + 1)
  }
  running == 0;
  HOLDS(4, state == DONE)
}
