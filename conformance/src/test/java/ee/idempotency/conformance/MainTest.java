// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.conformance.internal.TargetSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void endsWith0IfNothingIsBroken() throws IOException {
        assertThat(measure(Fault.NONE)).isZero();
        assertThat(printed()).contains("expired April 2026").contains("40 passed, 0 failed, 0 notes, 1 not measured");
    }

    @Test
    void endsWith1IfAMustIsBroken() throws IOException {
        assertThat(measure(Fault.IGNORES_THE_PAYLOAD)).isEqualTo(1);
        assertThat(printed()).contains("FAILED       MUST   2.2   fails another payload under the same key");
    }

    @Test
    void endsWith1ForANoteOnlyIfItIsStrict() throws IOException {
        assertThat(measure(Fault.SILENT_ABOUT_EXPIRY)).isZero();
        assertThat(measure(Fault.SILENT_ABOUT_EXPIRY, "--strict")).isEqualTo(1);
    }

    @Test
    void endsWith1ForWhatIsNotMeasuredOnlyIfItIsStrict() throws IOException {
        assertThat(measure(Fault.NONE, "--documentation=none")).isZero();
        assertThat(printed()).contains("NOT_MEASURED MUST   2.5.2");
        assertThat(measure(Fault.NONE, "--documentation=none", "--strict")).isEqualTo(1);
    }

    @Test
    void endsWith2IfASettingIsWrong() {
        assertThat(run("--base-uri=http://127.0.0.1/")).isEqualTo(2);
        assertThat(printed()).contains("There is no setting base-uri; there are base-url, body,");
    }

    @Test
    void endsWith2IfNobodyAnswers() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        assertThat(run("--base-url=http://127.0.0.1:" + unused)).isEqualTo(2);
        assertThat(printed()).contains("refused");
    }

    @Test
    void helps() {
        assertThat(run("--help")).isZero();
        assertThat(printed()).startsWith("Usage: ");
    }

    private int measure(Fault fault, String... options) throws IOException {
        try (LittleServer server = new LittleServer(fault)) {
            Path file =
                    Files.writeString(directory.resolve("target.properties"), TargetSettings.write(server.settings()));
            return run(Stream.concat(Stream.of(file.toString()), Stream.of(options))
                    .toArray(String[]::new));
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
