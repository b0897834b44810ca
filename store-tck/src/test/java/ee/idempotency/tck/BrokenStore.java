// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import ee.idempotency.spi.IdempotencyStore;
import java.util.function.UnaryOperator;

/** Ways to get a store wrong, each with the test of the kit that must notice. */
@SuppressWarnings("ImmutableEnumChecker") // constructor references have no state
enum BrokenStore {
    READ_THEN_INSERT(BrokenClaims.ReadThenInsert::new, "oneOfManyFirstClaimsAtOnceIsAcquired"),
    READ_THEN_REPLACE(BrokenClaims.ReadThenInsert::new, "oneOfManyClaimsAtOnceReplacesAnExpiredRecord"),
    UNCONDITIONAL_TAKEOVER(BrokenClaims.UnconditionalTakeover::new, "oneOfManyTakersAtOnceTakesOver"),
    IN_PROGRESS_FIRST(BrokenClaims.InProgressFirst::new, "otherPayloadIsAnsweredKeyReusedInEveryState"),
    ONE_FINGERPRINT(BrokenClaims.OneFingerprint::new, "otherFingerprintOfThePayloadIsARepeatInEveryState"),
    REWRITES_FINGERPRINTS(
            BrokenClaims.RewritesFingerprints::new, "takeoverByAnotherFingerprintKeepsTheOneThatIsStored"),
    NO_COLLISIONS(BrokenClaims.NoCollisions::new, "sameHashOfAnotherBindingIsAnsweredKeyCollisionInEveryState"),
    REPLAYS_UNTIL_SWEPT(BrokenClaims.ReplaysUntilSwept::new, "expiredAnswerCountsAsAbsentBeforeItIsSwept"),
    ALWAYS_TAKES_OVER(BrokenClaims.AlwaysTakesOver::new, "silentOwnersOutcomeIsUnknownForEverAndItsRecordIsNeverSwept"),
    FORGETS_ITS_OWN_TOKEN(BrokenClaims.ForgetsItsOwnToken::new, "claimByTheTokenThatOwnsTheKeyIsAcquiredAgain"),
    UNFENCED(BrokenWrites.Unfenced::new, "zombieIsRefusedWhileItsSuccessorRuns"),
    UNFENCED_FOUND_BY_CHANCE(BrokenWrites.Unfenced::new, "storeAgreesWithANaiveModelWhateverTheCommands"),
    FENCED_BY_ATTEMPT_ALONE(
            BrokenWrites.FencedByAttemptAlone::new, "ownerOfADeletedRecordIsRefusedByTheNextRecordOfItsKey"),
    WAITER_RELEASES_BY_KEY(BrokenWrites.ReleasesByKey::new, "waiterCannotWriteTheLiveOwnersRecord"),
    RELEASES_SETTLED_RECORDS(BrokenWrites.ReleasesByKey::new, "settledRecordIsTouchedByNoFurtherWriteOfItsOwner"),
    CHECKS_THEN_WRITES(BrokenWrites.ChecksThenWrites::new, "oneOfManyFinalWritesOfOneOwnerAtOnceIsApplied"),
    UPSERTS_ON_COMPLETION(BrokenWrites.UpsertsOnCompletion::new, "ownerOfASweptClaimIsRefusedAndResurrectsNothing"),
    FORGETS_FAILURES(BrokenWrites.ForgetsFailures::new, "failureIsReportedToEveryRepeatWithCodeAndMessage"),
    EMPTIES_BODIES(BrokenWrites.ChangesAnswers::new, "bodyThatWasNotRetainedDiffersFromAnEmptyOne"),
    FLATTENS_HEADERS(BrokenWrites.ChangesAnswers::new, "severalLinesOfOneHeaderSurviveInTheirOrder"),
    REFRESHES_ON_LOOKUP(BrokenWrites.RefreshesOnLookup::new, "lookupRefreshesNothing"),
    FOLDS_CASE(BrokenWrites.FoldsCase::new, "everyTextIsStoredAsItIs"),
    SWEEPS_BY_KEY(BrokenSweeps.SweepsByKey::new, "sweepNeverDeletesAClaimThatWasRenewedBesideIt"),
    COUNTS_SELECTED(BrokenSweeps.CountsSelected::new, "sweepersAtOnceCountEveryRecordOnce"),
    UNBOUNDED(BrokenSweeps.Unbounded::new, "sweepDeletesExpiredRecordsInBoundedBatchesAndCountsThem"),
    SWEEPS_UNRESOLVED(
            BrokenSweeps.SweepsUnresolved::new, "silentOwnersOutcomeIsUnknownForEverAndItsRecordIsNeverSwept"),
    LOSES_THE_LAST_OF_A_PAGE(
            BrokenBrowsers.LosesTheLastOfAPage::new, "everyRecordIsListedOnceInTheOrderOfExpiryWhateverTheSizeOfAPage"),
    FORGETS_THE_UNRESOLVED(BrokenBrowsers.ForgetsTheUnresolved::new, "unresolvedClaimsAreListedAloneAndForEver"),
    SHOWS_THE_ATTEMPT_AS_VERSION(
            BrokenBrowsers.ShowsTheAttemptAsVersion::new, "theVersionIsTheOwnersAndChangesWithATakeover");

    private final UnaryOperator<IdempotencyStore> breaks;
    private final String detectedBy;

    BrokenStore(UnaryOperator<IdempotencyStore> breaks, String detectedBy) {
        this.breaks = breaks;
        this.detectedBy = detectedBy;
    }

    UnaryOperator<IdempotencyStore> breaks() {
        return breaks;
    }

    String detectedBy() {
        return detectedBy;
    }
}
