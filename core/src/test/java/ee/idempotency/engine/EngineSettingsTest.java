// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.TransactionMode;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.testing.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Requirement("A4")
class EngineSettingsTest {

    private static final OperationOptions OPTIONS = OperationOptions.of(Duration.ofSeconds(30), Duration.ofDays(1));

    @Test
    void defaultsAreOneMinuteOneDayTakeOverAndOneMebibyte() {
        SettingsReader reader = new SettingsReader(name -> null);

        EngineSettings settings = EngineSettings.read(reader);

        assertThatCode(reader::finish).doesNotThrowAnyException();
        assertThat(settings.defaults().modeChosen()).isFalse();
        assertThat(settings.defaults().withMode(TransactionMode.INDEPENDENT))
                .isEqualTo(OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1)));
        assertThat(settings.maxResultSize()).isEqualTo(1024 * 1024);
        assertThat(settings.resultCheck()).isEqualTo(ResultCheck.ALWAYS);
    }

    @Test
    void settingsAreRead() {
        SettingsReader reader = new SettingsReader(Map.of(
                EngineSettings.LEASE, "PT30S",
                EngineSettings.RETENTION, "P7D",
                EngineSettings.ON_LEASE_LOST, "never-re-execute",
                EngineSettings.MAX_RESULT_SIZE, "2048",
                EngineSettings.RESULT_CHECK, "off")::get);

        EngineSettings settings = EngineSettings.read(reader);

        assertThatCode(reader::finish).doesNotThrowAnyException();
        assertThat(settings.defaults().lease()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.defaults().retention()).isEqualTo(Duration.ofDays(7));
        assertThat(settings.defaults().onLeaseLost()).isEqualTo(OnLeaseLost.NEVER_RE_EXECUTE);
        assertThat(settings.maxResultSize()).isEqualTo(2048);
        assertThat(settings.resultCheck()).isEqualTo(ResultCheck.OFF);
    }

    @Test
    void everyWrongSettingIsListed() {
        SettingsReader reader = new SettingsReader(Map.of(
                EngineSettings.LEASE, "PT0S",
                EngineSettings.RETENTION, "P3661D",
                EngineSettings.ON_LEASE_LOST, "perhaps",
                EngineSettings.MAX_RESULT_SIZE, "-1")::get);

        EngineSettings.read(reader);

        assertThatThrownBy(reader::finish)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll(
                        EngineSettings.LEASE,
                        EngineSettings.RETENTION,
                        EngineSettings.ON_LEASE_LOST,
                        EngineSettings.MAX_RESULT_SIZE);
    }

    @Test
    @Requirement("C9")
    void retentionMustBeLongerThanTheLease() {
        SettingsReader reader =
                new SettingsReader(Map.of(EngineSettings.LEASE, "PT1H", EngineSettings.RETENTION, "PT1H")::get);

        EngineSettings.read(reader);

        assertThatThrownBy(reader::finish)
                .hasMessageContaining("idempotency.retention = PT1H: must be longer than idempotency.lease = PT1H");
    }

    @Test
    @Requirement("C9")
    void optionsOutOfTheirRangesAreRefused() {
        assertRefused(() -> OPTIONS.withLease(Duration.ZERO), "lease");
        assertRefused(() -> OPTIONS.withLease(Duration.ofMillis(999)), "lease");
        assertRefused(() -> OPTIONS.withLease(Duration.ofHours(24).plusNanos(1)), "lease");
        assertRefused(() -> OPTIONS.withLease(Duration.ofSeconds(Long.MIN_VALUE)), "lease");
        assertRefused(() -> OPTIONS.withRetention(Duration.ofSeconds(59)), "retention");
        assertRefused(() -> OPTIONS.withRetention(Duration.ofDays(3661)), "retention");
        assertRefused(() -> OPTIONS.withRetention(Duration.ofSeconds(Long.MAX_VALUE)), "retention");
        assertRefused(() -> OPTIONS.withLease(Duration.ofHours(24)), "longer than the lease");
        OPTIONS.withLease(OperationOptions.MIN_LEASE).withRetention(OperationOptions.MIN_RETENTION);
        OPTIONS.withRetention(OperationOptions.MAX_RETENTION).withLease(OperationOptions.MAX_LEASE);
    }

    private static void assertRefused(Runnable change, String what) {
        assertThatThrownBy(change::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(what);
    }

    @Test
    @Requirement("C7")
    void subclassesOfAnExceptionThatIsAnAnswerAreAnswersToo() {
        OperationOptions options = OPTIONS.withFailOn(IOException.class).withFailOn(IllegalStateException.class);

        assertThat(options.isAnswer(new java.io.FileNotFoundException())).isTrue();
        assertThat(options.isAnswer(new IllegalStateException())).isTrue();
        assertThat(options.isAnswer(new UncheckedIOException(new IOException())))
                .isFalse();
        assertThat(OPTIONS.isAnswer(new IOException())).isFalse();
        assertThat(options.withOnLeaseLost(OnLeaseLost.NEVER_RE_EXECUTE).failOn())
                .hasSize(2);
    }
}
