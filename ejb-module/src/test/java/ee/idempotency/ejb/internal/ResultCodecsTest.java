// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Idempotency;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which codec writes results: JSON-B's, another jar's by setting, or the application's bean. */
@Requirement("A3")
class ResultCodecsTest {

    private static final AtomicInteger WRITTEN = new AtomicInteger();

    /** A jar's codec, of texts only. */
    public static class Reversed implements ResultCodec {

        @Override
        public String mediaType() {
            return "text/reversed";
        }

        @Override
        public byte[] encode(Object value, Type declaredType) {
            WRITTEN.incrementAndGet();
            return reverse(value.toString()).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Object decode(byte[] encoded, Type declaredType) {
            return reverse(new String(encoded, StandardCharsets.UTF_8));
        }

        private static String reverse(String text) {
            return new StringBuilder(text).reverse().toString();
        }
    }

    /** The application's own. */
    @ApplicationScoped
    public static class OwnCodec extends Reversed {}

    @BeforeEach
    void forget() {
        WRITTEN.set(0);
    }

    private static void withReversed(Path jar, Runnable test) throws Exception {
        Services.with(jar, ResultCodec.class, Reversed.class.getName(), test);
    }

    private static Application deploy(String codec, Class<?>... beans) {
        return Application.deploy(Map.of("idempotency.store", "memory", "idempotency.result-codec", codec), beans);
    }

    private static String pay(Application application) {
        return application.get(Idempotency.class).operation("pay").key(1).execute(String.class, () -> "paid");
    }

    @Test
    void settingChoosesTheCodecOfAJar(@TempDir Path jar) throws Exception {
        withReversed(jar, () -> {
            try (Application application = deploy("text/reversed")) {
                assertThat(pay(application)).isEqualTo("paid");
                assertThat(pay(application)).as("the replay").isEqualTo("paid");
                assertThat(WRITTEN).hasPositiveValue();
            }
        });
    }

    @Test
    void jarAloneChangesNothing(@TempDir Path jar) throws Exception {
        withReversed(jar, () -> {
            try (Application application = Application.deploy()) {
                pay(application);
                assertThat(WRITTEN).hasValue(0);
            }
        });
    }

    @Test
    void codecThatIsNotThereStopsTheDeployment() {
        assertThatThrownBy(() -> deploy("application/vnd.msgpack").close())
                .hasStackTraceContaining("idempotency.result-codec = application/vnd.msgpack: no codec writes that;"
                        + " there are application/json");
        assertThatThrownBy(() -> deploy("messagepack").close())
                .hasStackTraceContaining("idempotency.result-codec = messagepack: must be a media type");
    }

    @Test
    void beanAndSettingAreOneTooMany(@TempDir Path jar) throws Exception {
        withReversed(
                jar,
                () -> assertThatThrownBy(
                                () -> deploy("text/reversed", OwnCodec.class).close())
                        .hasStackTraceContaining("the application has a bean of the type ResultCodec"));
    }

    @Test
    void payloadsHaveOneFormWhicheverCodecIsChosen() {
        ResultCodec chosen = ResultCodecs.of(Optional.empty(), "text/reversed", List.of(new Reversed()))
                .writer();

        assertThat(chosen.mediaType()).isEqualTo("text/reversed");
        assertThat(chosen.encodePayload(List.of(1, 2))).isEqualTo(new JsonbResultCodec().encodePayload(List.of(1, 2)));
    }

    @Test
    void whatTheOthersWroteIsRead() {
        ResultCodecs codecs = ResultCodecs.of(Optional.empty(), "application/json", List.of(new Reversed()));

        assertThat(codecs.writer()).isInstanceOf(JsonbResultCodec.class);
        assertThat(codecs.readers())
                .extracting(ResultCodec::mediaType)
                .containsExactly("text/reversed", "application/json");
    }
}
