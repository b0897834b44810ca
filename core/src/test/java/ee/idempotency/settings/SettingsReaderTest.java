// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.OnLeaseLost;
import ee.idempotency.testing.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("A4")
class SettingsReaderTest {

    private static final Duration DEFAULT = Duration.ofMinutes(1);
    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofHours(24);

    @Test
    void settingsThatAreNotSetHaveTheirDefaults() {
        SettingsReader reader = reader(Map.of("idempotency.blank", "  "));

        assertThat(reader.duration("idempotency.lease", DEFAULT, MIN, MAX)).isEqualTo(DEFAULT);
        assertThat(reader.duration("idempotency.blank", DEFAULT, MIN, MAX)).isEqualTo(DEFAULT);
        assertThat(reader.integer("idempotency.size", 5, 1, 9)).isEqualTo(5);
        assertThat(reader.flag("idempotency.on", true)).isTrue();
        assertThat(reader.choice("idempotency.choice", OnLeaseLost.TAKE_OVER)).isEqualTo(OnLeaseLost.TAKE_OVER);
        assertThat(reader.text("idempotency.text", "x", "[a-z]", "one letter")).isEqualTo("x");
        assertThat(reader.texts("idempotency.texts", Set.of("x"), "[a-z]", "letters"))
                .containsExactly("x");
        assertThatCode(reader::finish).doesNotThrowAnyException();
    }

    /** An address may carry a password, in shapes that differ from product to product. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://:s3cret@host:6379",
                "user:s3cret@host",
                "s3cret@host:6379",
                "jdbc:postgresql://host/db?user=a&password=s3cret",
                "jdbc:sqlserver://host;password=s3cret",
                "host password=s3cret",
                "https://token:s3cret@example.org/"
            })
    void valueThatMayHoldASecretIsNotShown(String value) {
        SettingsReader reader = new SettingsReader(name -> value);
        reader.duration("idempotency.lease", DEFAULT, MIN, MAX);
        reader.integer("idempotency.size", 5, 1, 9);
        reader.flag("idempotency.on", true);
        reader.choice("idempotency.choice", OnLeaseLost.TAKE_OVER);
        reader.text("idempotency.text", "x", "[a-z]", "one letter");
        reader.texts("idempotency.texts", Set.of("x"), "[a-z]", "letters");
        reader.confidential("idempotency.address", "", "[a-z]+:[0-9]+", "must be host:port");

        assertThatThrownBy(reader::finish)
                .isInstanceOfSatisfying(
                        InvalidSettingsException.class,
                        wrong -> assertThat(wrong.getMessage().split("not shown", -1))
                                .hasSize(8))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void valueOfAConfidentialSettingIsNeverShown() {
        SettingsReader reader = reader(Map.of("idempotency.address", "s3cret"));

        assertThat(reader.confidential("idempotency.address", "none", "[a-z]+:[0-9]+", "must be host:port"))
                .isEqualTo("none");

        assertThatThrownBy(reader::finish)
                .hasMessageContaining("idempotency.address")
                .hasMessageContaining("must be host:port")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void secretIsReadAsItIs() {
        SettingsReader reader = reader(Map.of("idempotency.password", " s3 cret "));

        assertThat(reader.secret("idempotency.password")).isEqualTo(" s3 cret ");
        assertThat(reader.secret("idempotency.other")).isEmpty();
        reader.checkUnknown(List.of("idempotency.password"), Set.of());
        assertThatCode(reader::finish).doesNotThrowAnyException();
    }

    @Test
    void whatIsGivenIsShownAndSecretsAreNot() {
        SettingsReader reader = reader(Map.of(
                "idempotency.lease", " PT5M ",
                "idempotency.password", "s3cret",
                "idempotency.address", "host",
                "idempotency.url", "//u:s3cret@host"));
        reader.duration("idempotency.lease", Duration.ofMinutes(1), Duration.ZERO, Duration.ofDays(1));
        reader.integer("idempotency.size", 1, 0, 2);
        reader.secret("idempotency.password");
        reader.confidential("idempotency.address", "", ".*", "");
        reader.text("idempotency.url", "", ".*", "");

        assertThat(reader.given())
                .hasSize(4)
                .containsEntry("idempotency.lease", "PT5M")
                .containsEntry("idempotency.password", "(set, not shown)")
                .containsEntry("idempotency.address", "(set, not shown)");
        assertThat(reader.given().get("idempotency.url")).doesNotContain("s3cret");
    }

    @Test
    void settingsThatAreRightAreRead() {
        SettingsReader reader = reader(Map.of(
                "idempotency.lease", " PT24H ",
                "idempotency.min", "PT1S",
                "idempotency.size", "9",
                "idempotency.on", "false",
                "idempotency.choice", "never-re-execute",
                "idempotency.text", "b",
                "idempotency.texts", "a, b,a"));

        assertThat(reader.duration("idempotency.lease", DEFAULT, MIN, MAX)).isEqualTo(MAX);
        assertThat(reader.duration("idempotency.min", DEFAULT, MIN, MAX)).isEqualTo(MIN);
        assertThat(reader.integer("idempotency.size", 5, 1, 9)).isEqualTo(9);
        assertThat(reader.flag("idempotency.on", true)).isFalse();
        assertThat(reader.choice("idempotency.choice", OnLeaseLost.TAKE_OVER)).isEqualTo(OnLeaseLost.NEVER_RE_EXECUTE);
        assertThat(reader.text("idempotency.text", "x", "[a-z]", "one letter")).isEqualTo("b");
        assertThat(reader.texts("idempotency.texts", Set.of(), "[a-z]", "letters"))
                .containsExactlyInAnyOrder("a", "b");
        assertThatCode(reader::finish).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PT0S",
                "PT-5S",
                "-PT5S",
                "PT0.999999999S",
                "PT24H0.000000001S",
                "P106751991167301D",
                "PT9223372036854775807S",
                "PT99999999999999999999S",
                "P1M",
                "30s",
                "30",
                "one minute"
            })
    void durationOutOfItsRangeOrFormIsReportedAndReadAsItsDefault(String text) {
        SettingsReader reader = reader(Map.of("idempotency.lease", text));

        assertThat(reader.duration("idempotency.lease", DEFAULT, MIN, MAX)).isEqualTo(DEFAULT);
        assertProblems(
                reader,
                "idempotency.lease = " + text + ": must be an ISO-8601 duration from PT1S to PT24H, such as PT1M");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "10", "2147483648", "99999999999999999999", "1.5", "0x5", "five"})
    void numberOutOfItsRangeOrFormIsReportedAndReadAsItsDefault(String text) {
        SettingsReader reader = reader(Map.of("idempotency.size", text));

        assertThat(reader.integer("idempotency.size", 5, 1, 9)).isEqualTo(5);
        assertProblems(reader, "idempotency.size = " + text + ": must be a whole number from 1 to 9");
    }

    @Test
    void everyWrongSettingIsListedInOneMessage() {
        SettingsReader reader = reader(Map.of(
                "idempotency.lease", "soon",
                "idempotency.size", "many",
                "idempotency.on", "TRUE",
                "idempotency.choice", "take over",
                "idempotency.text", "bb",
                "idempotency.texts", "a,,b"));

        reader.duration("idempotency.lease", DEFAULT, MIN, MAX);
        reader.integer("idempotency.size", 5, 1, 9);
        assertThat(reader.flag("idempotency.on", false)).isFalse();
        assertThat(reader.choice("idempotency.choice", OnLeaseLost.NEVER_RE_EXECUTE))
                .isEqualTo(OnLeaseLost.NEVER_RE_EXECUTE);
        assertThat(reader.text("idempotency.text", "x", "[a-z]", "must be one letter"))
                .isEqualTo("x");
        assertThat(reader.texts("idempotency.texts", Set.of("x"), "[a-z]", "must be letters"))
                .containsExactly("x");
        reader.problem("something only the caller knows");

        assertProblems(
                reader,
                "idempotency.lease = soon: must be an ISO-8601 duration",
                "idempotency.size = many: must be a whole number",
                "idempotency.on = TRUE: must be true or false",
                "idempotency.choice = take over: must be one of take-over, never-re-execute",
                "idempotency.text = bb: must be one letter",
                "idempotency.texts = a,,b: must be letters",
                "something only the caller knows");
    }

    @Test
    void choicesMayBeSpeltAsConstants() {
        for (String text : List.of("never-re-execute", "never_re_execute", "NEVER_RE_EXECUTE")) {
            SettingsReader reader = reader(Map.of("idempotency.choice", text));
            assertThat(reader.choice("idempotency.choice", OnLeaseLost.TAKE_OVER))
                    .isEqualTo(OnLeaseLost.NEVER_RE_EXECUTE);
            assertThat(reader.problems()).isEmpty();
        }
    }

    @Test
    void unknownNamesAreReportedWithTheNearest() {
        SettingsReader reader = reader(Map.of());
        reader.flag("idempotency.sweep", true);
        reader.integer("idempotency.size", 5, 1, 9);

        reader.checkUnknown(
                List.of("idempotency.sweep", "idempotency.sweeep", "other.setting", "idempotencyx"), Set.of());

        assertProblems(
                reader,
                "idempotency.sweeep: there is no such setting; the nearest are idempotency.sweep, idempotency.size");
    }

    @Test
    void namesThatAServerMadeOfVariablesAreKnown() {
        SettingsReader reader = reader(Map.of());
        reader.flag("idempotency.lock-wait", true);
        reader.flag("idempotency.key-length", true);

        reader.checkUnknown(
                List.of("idempotency.lock.wait", "idempotency.key.length", "idempotency.lokc.wait"),
                Set.of("IDEMPOTENCY_LOCK_WAIT", "IDEMPOTENCY_LOKC_WAIT"));

        assertProblems(reader, "idempotency.key.length: there is no", "idempotency.lokc.wait: there is no");
    }

    private static SettingsReader reader(Map<String, String> settings) {
        return new SettingsReader(settings::get);
    }

    private static void assertProblems(SettingsReader reader, String... problems) {
        assertThatThrownBy(reader::finish)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContainingAll(problems)
                .satisfies(thrown -> assertThat(thrown.getMessage().lines()).hasSize(1 + problems.length));
    }
}
