// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidKeyException;
import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.testing.Requirement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("K3")
class BindingTest {

    @Test
    void recordKeyHasThePinnedEncoding() {
        RecordKey key = new Binding("acme", "charge", "alice", "4711").recordKey();

        assertThat(key.value()).isEqualTo(UUID.fromString("eeacc799-6190-071c-136a-a0fba182e251"));
    }

    @Test
    @Requirement("K5")
    void eachOfTheFourMakesAnotherRecord() {
        assertThat(Stream.of(
                                new Binding("acme", "charge", "alice", "4711"),
                                new Binding("acme2", "charge", "alice", "4711"),
                                new Binding("acme", "refund", "alice", "4711"),
                                new Binding("acme", "charge", "bob", "4711"),
                                new Binding("acme", "charge", "", "4711"),
                                new Binding("acme", "charge", "alice", "4712"),
                                new Binding("acme", "charge", "alice4", "711"),
                                new Binding("acme", "charg", "ealice", "4711"))
                        .map(Binding::recordKey))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\nb", "a\r", "\t", "\u001b[0m", "\u007f", "\u0085", "\ud800", "\udc00\ud800"})
    void controlCharactersAndHalfCharactersAreRefusedEverywhere(String text) {
        assertReason(Reason.TEXT_MALFORMED, () -> new Binding("acme", "x" + text, "alice", "k"));
        assertReason(Reason.TEXT_MALFORMED, () -> new Binding("acme", "charge", text, "k"));
        assertReason(Reason.TEXT_MALFORMED, () -> new Binding("acme", "charge", "alice", text));
        assertReason(Reason.TENANT_CHARACTERS, () -> new Binding(text, "charge", "alice", "k"));
    }

    @Test
    @Requirement("K2")
    void everyPartHasItsLimit() {
        new Binding("t".repeat(64), "o".repeat(255), "c".repeat(255), "k".repeat(256));
        assertReason(Reason.TENANT_LENGTH, () -> new Binding("t".repeat(65), "o", "c", "k"));
        assertReason(Reason.OPERATION_LENGTH, () -> new Binding("t", "o".repeat(256), "c", "k"));
        assertReason(Reason.OPERATION_LENGTH, () -> new Binding("t", " ", "c", "k"));
        assertReason(Reason.CALLER_LENGTH, () -> new Binding("t", "o", "c".repeat(256), "k"));
        assertReason(Reason.TEXT_LENGTH, () -> new Binding("t", "o", "c", "k".repeat(257)));
        assertReason(Reason.TEXT_LENGTH, () -> new Binding("t", "o", "c", ""));
    }

    @Test
    @Requirement("H18")
    void textFormTellsNeitherKeyNorCaller() {
        Binding binding = new Binding("acme", "charge", "alice-secret", "4711-secret");

        assertThat(binding.toString()).contains("charge").doesNotContain("secret");
        assertThat(List.of(binding.recordKey().toString())).allMatch(text -> text.length() == 8);
    }

    @Test
    @Requirement("K2")
    void saysBeforehandWhatItWillTake() {
        assertThat(Binding.isOperation("o".repeat(255))).isTrue();
        assertThat(Binding.isOperation("o".repeat(256))).isFalse();
        assertThat(Binding.isOperation(" ")).isFalse();
        assertThat(Binding.isOperation("a\nb")).isFalse();
        assertThat(Binding.isCaller("c".repeat(255))).isTrue();
        assertThat(Binding.isCaller("")).isTrue();
        assertThat(Binding.isCaller("c".repeat(256))).isFalse();
        assertThat(Binding.isCaller("a\nb")).isFalse();
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidKeyException.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(reason));
    }
}
