// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which codec writes results, and which others read what was written before it was chosen.
 *
 * @param writer writes and reads results; its payloads are those of JSON-B, unless it is a bean of the application's
 * @param readers read results of other media types
 */
record ResultCodecs(ResultCodec writer, List<ResultCodec> readers) {

    /**
     * The application's bean, else what the setting chose.
     *
     * @param mediaType the chosen one, which {@link #problemOf} found to be there
     * @param services the codecs of other jars
     */
    static ResultCodecs of(Optional<ResultCodec> bean, String mediaType, List<ResultCodec> services) {
        JsonbResultCodec json = new JsonbResultCodec();
        List<ResultCodec> all =
                Stream.concat(services.stream(), Stream.of(json)).toList();
        ResultCodec writer = bean.orElseGet(() -> services.stream()
                .filter(service -> service.mediaType().equals(mediaType))
                .<ResultCodec>map(service -> new WithPayloadsOf(json, service))
                .findFirst()
                .orElse(json));
        return new ResultCodecs(writer, all);
    }

    /** What is wrong with the choice; the message says what there is. */
    static Optional<String> problemOf(String mediaType, boolean beanIsThere, List<ResultCodec> services) {
        if (mediaType.equals(JsonbResultCodec.MEDIA_TYPE)) {
            return Optional.empty();
        }
        if (beanIsThere) {
            return Optional.of(
                    ModuleSettings.RESULT_CODEC + " = " + mediaType
                            + ": the application has a bean of the type ResultCodec, which writes all results; remove one of them");
        }
        if (services.stream().anyMatch(service -> service.mediaType().equals(mediaType))) {
            return Optional.empty();
        }
        return Optional.of(ModuleSettings.RESULT_CODEC + " = " + mediaType + ": no codec writes that; there are "
                + Stream.concat(
                                Stream.of(JsonbResultCodec.MEDIA_TYPE),
                                services.stream().map(ResultCodec::mediaType))
                        .collect(Collectors.joining(", "))
                + "; idempotency-messagepack has application/vnd.msgpack");
    }

    /** Payloads have one form whichever codec is chosen: with another one, true repeats would be refused as reused keys. */
    private record WithPayloadsOf(ResultCodec payloads, ResultCodec results) implements ResultCodec {

        @Override
        public String mediaType() {
            return results.mediaType();
        }

        @Override
        public byte[] encode(Object value, Type declaredType) {
            return results.encode(value, declaredType);
        }

        @Override
        public byte[] encodePayload(Object value) {
            return payloads.encodePayload(value);
        }

        @Override
        public Object decode(byte[] encoded, Type declaredType) {
            return results.decode(encoded, declaredType);
        }
    }
}
