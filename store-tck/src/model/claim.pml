// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/*
 * The protocol of the durable store: one key, one row, N attempts at once, and a world that may do its worst.
 * Every step that changes the row is one statement of ee.idempotency.persistence.internal.Sql and has its name here;
 * docs/model.md holds the table. An attempt may stop anywhere for any time, because every interleaving is examined.
 *
 * A "generation" is the life of an answer: it ends when a settled record past its retention is deleted, or when the
 * administrator deletes a settled one. Nothing else begins a new one: neither takeover, nor release, nor the deletion
 * of a record in progress.
 *
 *   P1  a generation has at most one effect
 *   P2  all answers acknowledged in a generation are the same
 *   P3  who is told of success has its effect (that of its own payload) committed, in this generation
 *   P4  once the world is quiet, one more retry settles the key
 *   P5  an outcome is stored only in a record that has its attempt's fingerprint
 *   P6  nobody but its owner ends a claim whose lease still runs      (only with LIVING=1)
 *   P7  what is settled, with MODE > 0 together with its effect, is not past its retention already
 *                                                                     (only with REPLAYABLE=1)
 *   P8  who is told that nothing was done has no effect, then or later
 *   P9  an issued key has at most one effect, in whatever generation  (only with TOKEN > 0)
 *
 * The knobs; a default is what the code does.
 */
#ifndef N
#define N 3           /* attempts at once; one more retries when the world is quiet */
#endif
#ifndef MAXCRASH
#define MAXCRASH 1    /* attempts that die */
#endif
#ifndef MAXEXP
#define MAXEXP 2      /* leases that run out */
#endif
#ifndef MAXRET
#define MAXRET 1      /* retentions that run out */
#endif
#ifndef LOSTCLAIM
#define LOSTCLAIM 1   /* the commit of a claim may go unanswered */
#endif
#ifndef LOSTDONE
#define LOSTDONE 1    /* the commit of an outcome may go unanswered, whether it happened or not */
#endif
#ifndef THROWS
#define THROWS 1      /* 1: the operation may throw without effect: given back or, by failOn, failed. 0: it never throws */
#endif
#ifndef MIXED
#define MIXED 0       /* 1: odd and even attempts bring different payloads */
#endif
#ifndef SAMEANSWER
#define SAMEANSWER 0  /* 1: all outcomes look alike (204), so they have one hash */
#endif
#ifndef MODE
#define MODE 0        /* 0 the outcome in a transaction of the store's own, with its retries; 1 JOINED; 2 ONE_COMMIT;
                         3 odd attempts JOINED, even ones ONE_COMMIT */
#endif
#ifndef JUDGE
#define JUDGE 1       /* after a failed commit of the work: 1 as TransactionalAttempt.judge; 0 believe that it happened; 2 as 1,
                         but released by key; 3 look, then release; 4 the transaction manager is believed where the row tells
                         nothing, and ONE_COMMIT does not wait for the end; 5 as 1, recognised by the state */
#endif
#ifndef TMLIES
#define TMLIES 0      /* 1: the transaction manager may say "rolled back" of a commit that the database has yet to decide */
#endif
#ifndef SWIFT
#define SWIFT 0       /* 1: what was committed may expire, or be deleted, within the seconds until it is judged */
#endif
#ifndef LOSTRELEASE
#define LOSTRELEASE 0 /* 1: the release in that judgement may go unanswered; repeated, it takes an absent row for its doing */
#endif
#ifndef LATE
#define LATE 0        /* 1: settled in the work's transaction also past the retention */
#endif
#ifndef EARLY
#define EARLY 0       /* 1: answered before the commit of the work's transaction */
#endif
#ifndef KEEP
#define KEEP 0        /* 1: the claim of ONE_COMMIT is kept when the work's transaction is rolled back */
#endif
#ifndef EFFECT
#define EFFECT 0      /* 0 in the transaction of the outcome; 1 committed before it, with MODE > 0 by work that ends a transaction
                         of its own; 2 as 1, de-duplicated at its sink */
#endif
#ifndef FENCE
#define FENCE 2       /* writes name: 2 token, version, state; 3 version, state; 4 token, state; 5 state; 0 the key only;
                         1 the key only, after a look at the token */
#endif
#ifndef VERSION
#define VERSION 1     /* a new record's version: 0 always 0; 1 taken from its first owner's token */
#endif
#ifndef TAKEOVER
#define TAKEOVER 0    /* 0 as in the code; 1 by key only; 2 delete by key, insert, results ignored; 3 lease not repeated */
#endif
#ifndef REPLACE
#define REPLACE 0     /* an expired record: 0 as in the code; 1 deleted by key only; 2 delete and insert each committed;
                         3 as 0 but never_re_execute is ignored */
#endif
#ifndef RELEASE
#define RELEASE 0     /* 0 as in the code; 1 by key only; 2 by key, also after an unanswered completion; 3 fenced, likewise */
#endif
#ifndef SWEEP
#define SWEEP 1       /* 1 one conditional delete; 2 ids selected, then deleted by id; 3 as 1 but ignores never_re_execute */
#endif
#ifndef RECLAIM
#define RECLAIM 1     /* after an unanswered claim: 1 look whether the record has our token; 2 believe that it happened */
#endif
#ifndef RECOGNISE
#define RECOGNISE 1   /* our outcome in the record: 1 state, attempt, version + 1, hash; 2 state; 3 state, hash;
                         4 state, attempt, version + 1; 0 never */
#endif
#ifndef NEVER
#define NEVER 0       /* 1: NEVER_RE_EXECUTE */
#endif
#ifndef ADMIN
#define ADMIN 0       /* 1: the administrator deletes the record once, whatever it is */
#endif
#ifndef PAUSE
#define PAUSE 0       /* 1: one owner stops for good between its update and its commit; 2: and the database ends its session */
#endif
#ifndef P4
#define P4 1          /* 0: a key may stay unsettled */
#endif
#ifndef LIVING
#define LIVING 0
#endif
#ifndef REPLAYABLE
#define REPLAYABLE 0
#endif

#ifndef TOKEN
#define TOKEN 0       /* 1: the key was issued with an end: its row outlives it, after it nothing is claimed without a record, and one
                         that has claimed looks at it again; 2 as 1, but the row may die before the token; 3 as 1, but not looked
                         at again */
#endif

#ifndef ONLY
#define ONLY 0        /* the number of the only property to check; 0 for all */
#endif
#define HOLDS(p, condition) assert((ONLY != 0 && ONLY != p) || (condition))

#define LOOKS 2
#define GENERATIONS (MAXRET + ADMIN + 1)
#if MIXED
#define FP(m) ((m) > N -> fingerprint : (m) % 2)
#else
#define FP(m) 0
#endif
#if SAMEANSWER
#define HASH(r) 1
#else
#define HASH(r) (r)
#endif
#if VERSION == 1
#define FIRST_VERSION(m) (8 * (m))
#else
#define FIRST_VERSION(m) 0
#endif
#define SETTLED(s) (s == COMPLETED || s == FAILED)
/* ClaimRules.Found.isExpired and Sql.expired; nre says whether never_re_execute is heeded */
#define EXPIRED(s, leaseOver, retentionOver, nre) (retentionOver && (SETTLED(s) || (s == IN_PROGRESS && leaseOver && !(nre && NEVER))))
#if FENCE == 2
#define OWNED (state == IN_PROGRESS && token == me && version == myVersion)
#elif FENCE == 3
#define OWNED (state == IN_PROGRESS && version == myVersion)
#elif FENCE == 4
#define OWNED (state == IN_PROGRESS && token == me)
#elif FENCE == 5
#define OWNED (state == IN_PROGRESS)
#else
#define OWNED (state != ABSENT)
#endif

mtype = { ABSENT, IN_PROGRESS, COMPLETED, FAILED };

/* the row; token 0 is null; its answer is known by the attempt that gave it */
mtype state = ABSENT;
byte token, attempt, version, fingerprint, answer;
bool leaseOver, retentionOver;
byte rowLock;                         /* the attempt whose transaction has written the row and not ended */

/* what an outsider would write down */
byte generation;
byte effects[GENERATIONS], effectBy[GENERATIONS], told[GENERATIONS];
bool effectFor[2 * GENERATIONS];      /* by generation and payload */

#if TOKEN
bool tokenOver;                       /* as nodes judge it: the end and the skew are over */
byte tokenEffects;
#endif
byte crashes, leaseEnds, retentionEnds, running;
bool quiet, asleep;

#if MODE == 0
#define ONE(m) false
#define SHARED(m) false
#elif MODE == 3
#define ONE(m) ((m) % 2 == 0)
#define SHARED(m) true
#else
#define ONE(m) (MODE == 2)
#define SHARED(m) true
#endif
#if MODE
/* how the transaction of the work has the row: JOINED settles a committed claim, ONE_COMMIT brings its claim along */
mtype = { NO_CLAIM, FRESH, TAKEN, REPLACED };
byte inDoubt, doubtfulAnswer;         /* the attempt whose commit the database has yet to decide */
mtype doubtfulHow, doubtfulClaim;
bool done[N + 2], denied[N + 2];      /* whose work was committed; who was told that nothing was done */
#endif

inline effectOf(m, g) {
  effects[g]++; effectBy[g] = m; effectFor[2 * g + FP(m)] = true;
#if TOKEN
  tokenEffects++;
  HOLDS(9, tokenEffects <= 1);
#endif
  HOLDS(1, effects[g] <= 1)
}
inline effect(g) {
  d_step { effectOf(me, g) }
}
inline tell(what, how, g) {
  d_step {
    if :: told[g] == 0 -> told[g] = what :: else -> skip fi;
    HOLDS(2, HASH(told[g]) == HASH(what));
    HOLDS(3, how == FAILED || effectFor[2 * g + FP(me)])
  }
}
inline noteEnd() {      /* somebody other than its owner ends the record or the claim */
#if LIVING
  HOLDS(6, state != IN_PROGRESS || leaseOver)
#else
  skip
#endif
}
inline erase() {
  if :: SETTLED(state) && retentionOver -> generation++ :: else -> skip fi;
  state = ABSENT; token = 0; attempt = 0; version = 0; answer = 0; leaseOver = false; retentionOver = false
}
inline insert() {
  state = IN_PROGRESS; token = me; attempt = 1; version = FIRST_VERSION(me); answer = 0; fingerprint = FP(me);
  leaseOver = false; retentionOver = false;
  myAttempt = attempt; myVersion = version; myGeneration = generation
}
#if MODE
inline commitWork(m, how, what, claim) {   /* claim (ONE_COMMIT), effect and outcome become visible at once */
  if
  :: claim == FRESH -> attempt = 1; version = FIRST_VERSION(m); fingerprint = FP(m); retentionOver = false
  :: claim == REPLACED -> noteEnd(); erase(); attempt = 1; version = FIRST_VERSION(m); fingerprint = FP(m)
  :: claim == TAKEN -> noteEnd(); attempt++; version++; retentionOver = false
  :: claim == NO_CLAIM
  fi;
  HOLDS(5, fingerprint == FP(m));
#if REPLAYABLE
  HOLDS(7, !retentionOver);
#endif
  state = how; answer = what; version++; token = 0; leaseOver = false; rowLock = 0;
  done[m] = true;
  HOLDS(8, !denied[m]);
#if EFFECT == 0
  if :: how == COMPLETED -> effectOf(m, generation) :: else -> skip fi
#endif
}
inline rollBack(m, claim) {
  rowLock = 0;
#if KEEP
  if
  :: claim == FRESH -> state = IN_PROGRESS; token = m; attempt = 1; version = FIRST_VERSION(m); fingerprint = FP(m);
     leaseOver = false; retentionOver = false
  :: else -> skip
  fi
#endif
}
inline deny() {
  d_step { denied[me] = true; HOLDS(8, !done[me]) }
}
#endif
inline forget() {      /* what was read has served; forgotten, so that states that differ in nothing else are one */
  atomic {
    sState = 0; sToken = 0; sAttempt = 0; sVersion = 0; sFingerprint = 0; sAnswer = 0; sGeneration = 0;
    sLeaseOver = false; sRetentionOver = false
  }
}
inline mayCrash() {
  if :: crashes < MAXCRASH && !quiet -> crashes++; goto end :: skip fi
}

proctype Attempt(byte me) {
  mtype sState; byte sToken, sAttempt, sVersion, sFingerprint, sAnswer, sGeneration; bool sLeaseOver, sRetentionOver;
  byte myAttempt, myVersion, myGeneration, myAnswer, looks; mtype how; bool unknown;
#if MODE
  mtype held = NO_CLAIM;               /* what rowLock == me stands for */
  bool undone, toldRolledBack;         /* by the row; by the transaction manager */
#endif

#if RECLAIM == 2
  if :: !quiet -> d_step { myAttempt = 1; myVersion = FIRST_VERSION(me) }; goto acquired :: skip fi;  /* rolled back, in truth */
#endif
#if TOKEN
  if
  :: atomic { tokenOver && (state == ABSENT || EXPIRED(state, leaseOver, retentionOver, 1)) -> goto end }     /* key-expired */
  :: atomic { tokenOver && state != ABSENT && !EXPIRED(state, leaseOver, retentionOver, 1) -> skip }
  :: !tokenOver
  fi;
#endif

claim: /* Sql.claim: insert, or else read, in one transaction; what it reads may be outdated at once */
  atomic {
    if
#if MODE
    :: ONE(me) && state == ABSENT && rowLock == 0 ->                            /* invisible until the commit */
       rowLock = me; held = FRESH; myAttempt = 1; myVersion = FIRST_VERSION(me); myGeneration = generation; goto acquired
    :: state == ABSENT && rowLock != 0 -> goto waitForClaim
#endif
    :: !ONE(me) && state == ABSENT && rowLock == 0 -> insert(); goto claimed
    :: else ->
       sState = state; sToken = token; sAttempt = attempt; sVersion = version; sFingerprint = fingerprint;
       sAnswer = answer; sLeaseOver = leaseOver; sRetentionOver = retentionOver; sGeneration = generation
    fi
  }
#if MODE
  goto decide;
waitForClaim: /* an insert waits for another one that is not committed; then a new statement looks */
  if
  :: rowLock == 0 -> goto lookAgain
  :: !quiet -> goto end                                                         /* the lock wait is over: InProgress */
  fi;
decide:
#endif
  /* ClaimRules.decide */
  if
  :: sState == ABSENT -> goto lookAgain
  :: EXPIRED(sState, sLeaseOver, sRetentionOver, REPLACE != 3) -> goto replaceExpired
  :: else
  fi;
  if
  :: sFingerprint != FP(me) -> goto end                                         /* KeyReused */
  :: sFingerprint == FP(me) && SETTLED(sState) -> tell(sAnswer, sState, sGeneration); goto end
  :: sFingerprint == FP(me) && sState == IN_PROGRESS && sToken == me ->         /* own token: Acquired */
     myAttempt = sAttempt; myVersion = sVersion; goto acquired
  :: sFingerprint == FP(me) && sState == IN_PROGRESS && sToken != me && !sLeaseOver -> goto end   /* InProgress */
  :: sFingerprint == FP(me) && sState == IN_PROGRESS && sToken != me && sLeaseOver
  fi;
#if NEVER
  goto end;                                                                     /* OutcomeUnknown */
#endif

takeOver: /* Sql.takeOver */
#if TAKEOVER == 2
  atomic { rowLock == 0 -> erase() };
  atomic { if :: state == ABSENT -> insert() :: else -> skip fi; goto claimed };
#endif
  atomic {
    rowLock == 0 ->
    if
#if TAKEOVER == 0
    :: state == IN_PROGRESS && leaseOver && token == sToken && version == sVersion ->
#elif TAKEOVER == 3
    :: state == IN_PROGRESS && token == sToken && version == sVersion ->
#else
    :: state != ABSENT ->
#endif
#if MODE
       if
       :: ONE(me) -> rowLock = me; held = TAKEN; myAttempt = attempt + 1; myVersion = version + 1; myGeneration = generation;
          goto acquired
       :: else -> skip
       fi;
#endif
       noteEnd();
       state = IN_PROGRESS; token = me; attempt++; version++; leaseOver = false; retentionOver = false;
       myAttempt = attempt; myVersion = version; myGeneration = generation; goto claimed
    :: else -> goto lookAgain
    fi
  };

replaceExpired: /* Sql.deleteExpired and Sql.claim in one transaction: until it commits, others see the old record */
#if REPLACE == 2
  atomic { rowLock == 0 ->
    if :: EXPIRED(state, leaseOver, retentionOver, 1) -> noteEnd(); erase() :: else -> skip fi; goto lookAgain };
#endif
  atomic {
    rowLock == 0 ->
    if
#if REPLACE == 1
    :: state != ABSENT -> rowLock = me
#else
    :: EXPIRED(state, leaseOver, retentionOver, REPLACE != 3) -> rowLock = me
#endif
    :: else -> goto lookAgain
    fi
  };
#if MODE
  if
  :: atomic { ONE(me) -> held = REPLACED; myAttempt = 1; myVersion = FIRST_VERSION(me); goto acquired }
  :: else -> skip
  fi;
#endif
  if
  :: atomic { crashes < MAXCRASH && !quiet -> crashes++; rowLock = 0; goto end }
  :: atomic { noteEnd(); erase(); insert(); rowLock = 0 }
  fi;

claimed:
  forget();
#if LOSTCLAIM
  if
  :: !quiet -> goto claim                         /* Retry: the same request, so the same token */
  :: !quiet -> goto end                           /* gave up: nobody owns it */
  :: skip
  fi;
#endif

acquired: /* IdempotencyEngine: the operation runs */
  forget();
  atomic { looks = 0; how = COMPLETED; myAnswer = me };
#if TOKEN == 1 || TOKEN == 2
#if MODE
  if :: tokenOver -> goto undo :: else -> skip fi;
#else
  if :: tokenOver -> goto release :: else -> skip fi;                        /* the claim may have come too late */
#endif
#endif
#if MODE
  if :: ONE(me) -> goto work :: else -> skip fi;
#endif
  mayCrash();
  if /* Sql.renew */
  :: !quiet -> atomic { rowLock == 0 -> if :: OWNED -> leaseOver = false; retentionOver = false :: else -> skip fi }
  :: skip
  fi;
#if MODE
  goto work;
#endif
#if THROWS
  if
  :: !quiet -> goto release
  :: !quiet -> how = FAILED; goto settle
  :: skip
  fi;
#endif
#if EFFECT == 1
  effect(myGeneration);
  mayCrash();
#endif
#if EFFECT == 2
  d_step { if :: effects[myGeneration] == 0 -> effect(myGeneration) :: else -> skip fi; myAnswer = effectBy[myGeneration] };
  mayCrash();
#endif

#if MODE
  goto settle;

work: /* in its transaction: JOINED with a committed claim, ONE_COMMIT with its own */
  if
  :: atomic { crashes < MAXCRASH && !quiet -> crashes++; if :: rowLock == me -> rollBack(me, held) :: else -> skip fi; goto end }
#if THROWS
  :: atomic { !quiet -> goto undo }
  :: atomic { !quiet -> how = FAILED; goto settleWithWork }                      /* a checked exception of failOn */
  :: atomic { !quiet && !ONE(me) -> how = FAILED; goto settle }                  /* an unchecked one: settled alone */
#endif
  :: skip
  fi;
#if EFFECT == 1
  effect(myGeneration);
#endif

settleWithWork: /* settleInTransaction: Sql.settleInTransaction, then the commit of all */
  atomic {
    rowLock == 0 || rowLock == me ->
    if
    :: ONE(me)
    :: !ONE(me) && OWNED && (LATE || !retentionOver) -> rowLock = me
    :: else -> goto undo                                                        /* NotOwner */
    fi
  };
#if EARLY
  tell(myAnswer, how, generation);
#endif
  if
  :: atomic { crashes < MAXCRASH && !quiet -> crashes++; rollBack(me, held); goto end }
  :: atomic { !quiet -> rollBack(me, held); toldRolledBack = true; goto judge }
#if LOSTDONE
  :: atomic { !quiet -> inDoubt = me; doubtfulHow = how; doubtfulAnswer = myAnswer; doubtfulClaim = held;
              if :: TMLIES -> toldRolledBack = true :: toldRolledBack = false fi; goto judge }
#endif
  :: atomic { commitWork(me, how, myAnswer, held); tell(myAnswer, how, generation); goto end }
  fi;

judge: /* TransactionalAttempt.judge: the row decides */
#if JUDGE == 0
  atomic { tell(myAnswer, how, generation); goto end };
#endif
  if :: !quiet -> goto end :: skip fi;            /* the store does not answer: OutcomeNotStored, the claim stays */
#if JUDGE == 3
  atomic {
    if :: state == how && attempt == myAttempt && version == myVersion + 1 && HASH(answer) == HASH(myAnswer) ->
          tell(myAnswer, how, generation); goto end
       :: else -> skip
    fi
  };
#endif
  atomic { /* ClaimRecovery.isSurelyUndone: SqlDialect.release or, for ONE_COMMIT, SqlDialect.claim; both wait for the row's lock */
    (ONE(me) && JUDGE == 4) || rowLock == 0 ->
    if
#if JUDGE == 2
    :: !ONE(me) && state != ABSENT -> erase(); undone = true
#endif
    :: !ONE(me) && OWNED -> erase(); undone = true
#if LOSTRELEASE
    :: !ONE(me) && state == ABSENT -> undone = true
#endif
#if JUDGE != 4
    :: ONE(me) && state == ABSENT && (SWIFT || !done[me]) -> undone = true     /* Sql.claim by a new token, Sql.release */
#endif
    :: else -> skip
    fi
  };
#if JUDGE == 3
  atomic { deny(); goto end };
#endif
  atomic { /* isSettledBy */
    if
    :: undone -> deny()
#if JUDGE == 5
    :: !undone && SETTLED(state) -> tell(myAnswer, how, generation)
#else
    :: !undone && state == how && attempt == myAttempt && version == myVersion + 1 && HASH(answer) == HASH(myAnswer) ->
       tell(myAnswer, how, generation)
#endif
#if JUDGE == 4
    :: else -> if :: toldRolledBack -> deny() :: else -> skip fi
#else
    :: else -> skip                                                             /* OutcomeNotStored */
#endif
    fi;
    goto end
  };

undo: /* rolled back; a committed claim is given back */
  atomic {
    if :: rowLock == me -> rollBack(me, held) :: else -> skip fi;
    if :: ONE(me) -> goto end :: else -> goto release fi
  };
#endif

settle: /* Sql.complete, Sql.fail: the update, then the commit */
#if FENCE == 1
  if :: state == IN_PROGRESS && token == me -> skip :: else -> goto refused fi;
#endif
  atomic { rowLock == 0 -> if :: OWNED -> rowLock = me :: else -> goto refused fi };
  if
  :: atomic { crashes < MAXCRASH && !quiet -> crashes++; rowLock = 0; goto end }
#if LOSTDONE
  :: atomic { !quiet -> rowLock = 0; unknown = true; goto unanswered }           /* the session ended: rolled back */
#endif
#if PAUSE
  :: atomic { !asleep && !quiet -> asleep = true }; rowLock != me; goto end
#endif
  :: atomic {
       HOLDS(5, fingerprint == FP(me));
#if REPLAYABLE && !MODE
       HOLDS(7, !retentionOver);
#endif
       state = how; answer = myAnswer; version++; token = 0; leaseOver = false; rowLock = 0;
#if EFFECT == 0
       if :: how == COMPLETED -> effect(generation) :: else -> skip fi;
#endif
       myGeneration = generation
     }
  fi;
#if LOSTDONE
  if
  :: !quiet -> unknown = true; goto unanswered
  :: skip
  fi;
#endif
  tell(myAnswer, how, myGeneration); goto end;

unanswered:
#if RELEASE >= 2
  goto release;
#endif
  if
  :: goto settle                                  /* Retry: update again, and look if it finds nothing */
  :: goto end                                     /* gave up: OutcomeNotStored, the claim stays */
  fi;

refused: /* Row.wasSettledBy, in the transaction of the update that found nothing */
  atomic {
    if
#if RECOGNISE == 1
    :: unknown && state == how && attempt == myAttempt && version == myVersion + 1 && HASH(answer) == HASH(myAnswer) ->
#elif RECOGNISE == 2
    :: unknown && SETTLED(state) ->
#elif RECOGNISE == 3
    :: unknown && state == how && HASH(answer) == HASH(myAnswer) ->
#elif RECOGNISE == 4
    :: unknown && state == how && attempt == myAttempt && version == myVersion + 1 ->
#else
    :: false ->
#endif
       tell(myAnswer, how, generation)
    :: else -> skip                               /* NotOwner */
    fi;
    goto end
  };

release: /* Sql.release */
  atomic {
    rowLock == 0 ->
    if
#if RELEASE == 1 || RELEASE == 2
    :: (RELEASE == 1 || unknown) && state != ABSENT -> erase()
#endif
    :: OWNED -> erase()
    :: else -> skip
    fi;
    goto end
  };

lookAgain: /* DurableStore.claim */
  looks++;
  if :: looks < LOOKS -> goto claim :: else -> skip fi;                          /* gave up: StoreUnavailable */

end:
  running--
}

proctype Time() { /* a lease may run out at any moment, a retention after the lease */
  do
  :: atomic { state == IN_PROGRESS && !leaseOver && leaseEnds < MAXEXP && !quiet -> leaseOver = true; leaseEnds++ }
  :: atomic { state != ABSENT && !retentionOver && (SETTLED(state) || leaseOver) && retentionEnds < MAXRET && !quiet &&
#if TOKEN && TOKEN != 2
              tokenOver &&                             /* the retention is counted from the claim, and longer than the token lives */
#endif
              !(MODE && REPLAYABLE && rowLock != 0) -> /* the moments of a settling statement and of its commit count as one */
              retentionOver = true; retentionEnds++ }
#if TOKEN
  :: atomic { !tokenOver && !quiet -> tokenOver = true }
#endif
  :: quiet -> break
  od
}

proctype Sweep() { /* Sql.sweep, any number of times */
  do
#if SWEEP == 2
  :: atomic { EXPIRED(state, leaseOver, retentionOver, 1) && !quiet -> skip };
     atomic { rowLock == 0 -> noteEnd(); erase() }
#else
  :: atomic { EXPIRED(state, leaseOver, retentionOver, SWEEP != 3) && rowLock == 0 && !quiet -> noteEnd(); erase() }
#endif
  :: quiet -> break
  od
}

#if ADMIN
proctype Administrator() { /* Sql.delete */
  if
  :: atomic { state != ABSENT && rowLock == 0 && !quiet -> if :: SETTLED(state) -> retentionOver = true :: else -> skip fi; erase() }
  :: quiet
  fi
}
#endif

#if MODE && LOSTDONE
proctype Database() { /* decides a commit that it was asked for and could not answer */
  do
  :: atomic {
       inDoubt != 0 ->
       if
       :: commitWork(inDoubt, doubtfulHow, doubtfulAnswer, doubtfulClaim)
       :: rollBack(inDoubt, doubtfulClaim)
       fi;
       inDoubt = 0; doubtfulAnswer = 0; doubtfulHow = 0; doubtfulClaim = 0
     }
  :: quiet -> break
  od
}
#endif

#if PAUSE == 2
proctype SessionTimeout() {
  do :: atomic { asleep && rowLock != 0 && !quiet -> rowLock = 0 } :: quiet -> break od
}
#endif

init {
  byte i = 1;
  atomic {
    running = N;
    do :: i <= N -> run Attempt(i); i++ :: else -> break od;
    run Time(); run Sweep();
#if ADMIN
    run Administrator();
#endif
#if PAUSE == 2
    run SessionTimeout();
#endif
#if MODE && LOSTDONE
    run Database();
#endif
    i = 0
  }
#if MODE
  running == 0 && inDoubt == 0;
#else
  running == 0;
#endif
  atomic { quiet = true; if :: state == IN_PROGRESS -> leaseOver = true :: else -> skip fi; running = 1; run Attempt(N + 1) }
  running == 0;
#if P4
  HOLDS(4, SETTLED(state));
  HOLDS(4, state == FAILED || effects[generation] == 1)
#endif
}
