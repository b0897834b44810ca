// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls in a flight recording. */
@Requirement("O5")
class FlightRecorderTest {

    @Test
    void callsAreInARecordingWithoutTheirKeys(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("calls.jfr");
        try (Deployed application = Deployed.with();
                Recording recording = new Recording()) {
            recording.enable(CallEvent.class);
            recording.start();
            application.call("pay", "4111-1111");
            application.call("pay", "4111-1111");
            application.call("pay-4111", 1);
            recording.stop();
            recording.dump(file);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(file);
        assertThat(events)
                .extracting(event -> event.getString("outcome"))
                .containsExactly("executed", "replayed", "executed");
        assertThat(events).extracting(event -> event.getString("operation")).containsExactly("pay", "pay", "other");
        assertThat(events).allSatisfy(event -> assertThat(event.toString()).doesNotContain("4111"));
    }
}
