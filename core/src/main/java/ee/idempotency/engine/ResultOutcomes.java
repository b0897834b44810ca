// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.DamagedRecordException;
import ee.idempotency.OutcomeNotRetainedException;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.ResultCodec;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Results of methods as outcomes. A result that cannot be kept - too large, not encodable, or not read back as it was
 * returned - makes an outcome without body: the operation ran, so it must not run again. Null and void results are the empty body. Thread-safe.
 */
public final class ResultOutcomes {

    private static final String CONTENT_TYPE = "Content-Type";

    private final ResultCodec codec;
    private final List<ResultCodec> readers;
    private final int maxSize;
    private final ResultCheck check;

    /** Outcomes of at most {@code maxSize} bytes, all checked. */
    public ResultOutcomes(ResultCodec codec, int maxSize) {
        this(codec, maxSize, ResultCheck.ALWAYS);
    }

    /** Outcomes of at most {@code maxSize} bytes. */
    public ResultOutcomes(ResultCodec codec, int maxSize, ResultCheck check) {
        this(codec, List.of(), maxSize, check);
    }

    /**
     * Outcomes of at most {@code maxSize} bytes.
     *
     * @param codec writes results, and reads those of its media type
     * @param alsoRead read results of other media types, which were written before another codec was chosen
     */
    public ResultOutcomes(ResultCodec codec, List<ResultCodec> alsoRead, int maxSize, ResultCheck check) {
        this.codec = codec;
        this.readers = Stream.concat(Stream.of(codec), alsoRead.stream()).toList();
        this.maxSize = maxSize;
        this.check = check;
    }

    /**
     * Never throws: the operation has run, and is settled with what this returns.
     *
     * @param notRetained is given the reason, which quotes no value, if the outcome has no body
     */
    Outcome.Completed encode(@Nullable Object result, Type type, Consumer<String> notRetained) {
        try {
            return new Outcome.Completed(0, contentType(), body(result, type, notRetained));
        } catch (RuntimeException | Error notNamed) { // a codec that cannot name its media type
            notRetained.accept(notNamed.getClass().getName());
            return new Outcome.Completed(0, List.of(), null);
        }
    }

    private List<Header> contentType() {
        return contentType(codec);
    }

    private static List<Header> contentType(ResultCodec of) {
        return List.of(new Header(CONTENT_TYPE, of.mediaType()));
    }

    private @Nullable Bytes body(@Nullable Object result, Type type, Consumer<String> notRetained) {
        if (result == null) {
            return Bytes.EMPTY;
        }
        try {
            byte[] encoded = codec.encode(result, type);
            Optional<String> problem = problemOf(result, type, encoded);
            if (problem.isEmpty()) {
                return Bytes.of(encoded);
            }
            notRetained.accept(type.getTypeName() + ": " + problem.get());
        } catch (RuntimeException | Error notEncodable) { // missing classes and exhausted memory too
            // the class only: a codec's message may quote the value
            notRetained.accept(
                    type.getTypeName() + ": " + notEncodable.getClass().getName());
        }
        return null;
    }

    private Optional<String> problemOf(Object result, Type type, byte[] encoded) {
        if (encoded.length == 0 || encoded.length > maxSize) {
            return Optional.of(encoded.length + " bytes, not 1 to " + EngineSettings.MAX_RESULT_SIZE + " = " + maxSize);
        }
        return check == ResultCheck.OFF ? Optional.empty() : new RoundTrip(codec, type).problemOf(result, encoded);
    }

    @Nullable
    Object decode(Binding binding, Outcome.Completed outcome, Type type) {
        Bytes body = outcome.body();
        if (body == null) {
            throw new OutcomeNotRetainedException(binding.toString());
        }
        ResultCodec reader = readers.stream()
                .filter(each -> outcome.headers().equals(contentType(each)))
                .findFirst()
                .orElseThrow(() -> new DamagedRecordException(
                        binding.toString(),
                        "its result is not " + codec.mediaType() + ", which the result codec reads"));
        return body.length() == 0 ? null : reader.decode(body.toArray(), type);
    }
}
