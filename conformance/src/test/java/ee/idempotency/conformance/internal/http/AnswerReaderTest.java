// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

    private static Answer read(String text) throws IOException {
        return new AnswerReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))).read();
    }

    @Test
    void readsAsMuchAsTheLengthSays() throws IOException {
        Answer answer = read("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nLink: a\r\nlink: b\r\n\r\nokrest");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("ok");
        assertThat(answer.headers("LINK")).containsExactly("a", "b");
    }

    @Test
    void readsChunks() throws IOException {
        assertThat(
                        read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\nA;x=1\r\n0123456789\r\n0\r\n\r\n")
                                .text())
                .isEqualTo("ok0123456789");
    }

    @Test
    void readsToTheEndIfThereIsNoLength() throws IOException {
        assertThat(read("HTTP/1.0 404 Not Found\nContent-Type: Text/Plain; charset=utf-8\n\nnone"))
                .returns("none", Answer::text)
                .returns("text/plain", Answer::mediaType);
    }

    @Test
    void passesOverInterimAnswersAndExpectsNoBodyOf204() throws IOException {
        assertThat(read("HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 204 No Content\r\n\r\nrest"))
                .returns(204, Answer::status)
                .returns("", Answer::text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 20",
                "SSH-2.0-x\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nok",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"
            })
    void refusesWhatIsNoAnswer(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);
    }
}
