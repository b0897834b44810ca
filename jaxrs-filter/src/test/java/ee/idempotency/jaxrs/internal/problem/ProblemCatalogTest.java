// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.problem;

import static ee.idempotency.ChangeRefusedException.Reason.STALE_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.ChangeRefusedException;
import ee.idempotency.ClaimRefusedException;
import ee.idempotency.ClaimRefusedException.Limit;
import ee.idempotency.DamagedRecordException;
import ee.idempotency.IdempotencyException;
import ee.idempotency.InternalErrorException;
import ee.idempotency.InvalidDeploymentException;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.InvalidSettingsException;
import ee.idempotency.KeyCollisionException;
import ee.idempotency.KeyReusedException;
import ee.idempotency.NotOwnerException;
import ee.idempotency.OpenTransactionException;
import ee.idempotency.OperationInProgressException;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.OutcomeUnknownException;
import ee.idempotency.PreviouslyFailedException;
import ee.idempotency.ResultCodecException;
import ee.idempotency.SignatureRefusedException;
import ee.idempotency.StoreUnavailableException;
import ee.idempotency.TransactionRolledBackException;
import ee.idempotency.spi.Header;
import ee.idempotency.tck.Requirement;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCatalogTest {

    private static final Map<IdempotencyException, String> CODES = Map.ofEntries(
            Map.entry(new InvalidKeyException(Reason.TENANT_LENGTH, "The tenant"), "400 key-invalid"),
            Map.entry(new KeyReusedException("s"), "422 key-reused"),
            Map.entry(new KeyCollisionException("s"), "422 key-collision"),
            Map.entry(new OperationInProgressException("s", Duration.ofMillis(1)), "409 in-progress"),
            Map.entry(new PreviouslyFailedException("s", "declined", "no funds"), "409 previously-failed"),
            Map.entry(new OutcomeUnknownException("s"), "409 outcome-unknown"),
            Map.entry(new OutcomeNotRetainedException("s"), "409 response-not-retained"),
            Map.entry(new NotOwnerException("s", "completing it"), "409 ownership-lost"),
            Map.entry(new StoreUnavailableException("s", null), "503 store-unavailable"),
            Map.entry(new OutcomeNotStoredException("s", null), "503 outcome-not-stored"),
            Map.entry(
                    new OutcomeNotStoredException("s", new InternalErrorException("a null injection", null)),
                    "500 internal-error"),
            Map.entry(new InternalErrorException("a null injection", null), "500 internal-error"),
            Map.entry(new ClaimRefusedException("s", "enough", Duration.ofSeconds(9), null), "429 quota-exceeded"),
            Map.entry(new SignatureRefusedException("forged"), "401 signature-invalid"),
            Map.entry(new TransactionRolledBackException("s", null), "500 transaction-rolled-back"),
            Map.entry(new DamagedRecordException("s", "d"), "500 damaged-record"),
            Map.entry(new ResultCodecException("s", null), "500 internal-error"),
            Map.entry(new InternalErrorException("s", null), "500 internal-error"),
            Map.entry(new OpenTransactionException("s"), "500 internal-error"),
            Map.entry(new ChangeRefusedException("s", STALE_VERSION, "p"), "500 internal-error"),
            Map.entry(new InvalidSettingsException(List.of("s")), "500 internal-error"),
            Map.entry(new InternalErrorException("s", null), "500 internal-error"),
            Map.entry(new InvalidDeploymentException(List.of("a"), List.of(), List.of()), "500 internal-error"));

    @Test
    @Requirement("H8")
    @Requirement("H9")
    void everyExceptionHasAProblem() {
        CODES.forEach((exception, expected) -> {
            ProblemType type = ProblemCatalog.of(exception).type();
            assertThat(type.status() + " " + type.code()).isEqualTo(expected);
        });
    }

    @Test
    void noExceptionOfCoreIsMissingHere() throws Exception {
        Set<String> known = CODES.keySet().stream()
                .map(each -> each.getClass().getSimpleName())
                .collect(Collectors.toSet());

        assertThat(exceptionsOfCore()).containsExactlyInAnyOrderElementsOf(known);
    }

    private static List<String> exceptionsOfCore() throws IOException, URISyntaxException {
        URI location = IdempotencyException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI();
        Path root = Path.of(location);
        if (Files.isDirectory(root)) {
            return exceptionsUnder(root);
        }
        try (FileSystem jar = FileSystems.newFileSystem(root)) {
            return exceptionsUnder(jar.getPath("/"));
        }
    }

    private static List<String> exceptionsUnder(Path root) throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("ee/idempotency"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith("Exception.class") && !name.startsWith("IdempotencyException"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .toList();
        }
    }

    /** An application may throw one of its own, with any message. */
    @Test
    @Requirement("H8")
    void namesTheRuleThatAKeyBreaksAndNeverTheMessageOfTheException() {
        for (Reason reason : Reason.values()) {
            assertThat(ProblemCatalog.of(new InvalidKeyException(reason, "card 4242"))
                            .detail())
                    .isEqualTo(reason.rule() + ".");
        }
    }

    @Test
    @Requirement("H4")
    void neverTellsToRetryAtOnce() {
        assertThat(Problem.seconds(Duration.ZERO)).isEqualTo(1);
        assertThat(Problem.seconds(Duration.ofMillis(1001))).isEqualTo(2);
        assertThat(Problem.seconds(Duration.ofSeconds(60))).isEqualTo(60);
    }

    @Test
    @Requirement("H8")
    void namesAPreviousFailureByItsCodeAndNeverByTheMessageOfTheApplication() {
        assertThat(ProblemCatalog.of(new PreviouslyFailedException("s", "declined", "no funds"))
                        .detail())
                .contains("declined")
                .doesNotContain("no funds");
    }

    @Test
    @Requirement("O9")
    void refusalOfAGateSaysWhyAndWhenToComeAgain() {
        Problem problem =
                ProblemCatalog.of(new ClaimRefusedException("s", "enough for now", Duration.ofSeconds(9), null));

        assertThat(problem.detail()).contains("enough for now");
        assertThat(problem.retryAfter()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    @Requirement("O9")
    void refusalOfAGateThatCountsHasTheFieldsOfARateLimit() {
        Limit limit = new Limit("new-claims", 600, Duration.ofMinutes(1));

        Problem problem =
                ProblemCatalog.of(new ClaimRefusedException("s", "enough for now", Duration.ofMillis(8_100), limit));

        assertThat(problem.headers())
                .containsExactly(
                        new Header("RateLimit-Policy", "\"new-claims\";q=600;w=60"),
                        new Header("RateLimit", "\"new-claims\";r=0;t=9"));
    }
}
