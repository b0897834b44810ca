// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.internal.FramedDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key made of parts: deterministic, so that a retry on another node or after a restart has the same one. The parts are
 * tagged with their type and framed by their length, then hashed with SHA-256; the text form is
 * {@code v1:<tenant>:<scope>:<64 lower-case hex>} and reveals nothing of the parts.
 *
 * <p>Immutable and thread-safe.
 *
 * @param tenant 1 to {@value #MAX_TENANT_LENGTH} characters of {@code A-Z a-z 0-9 . _ -}
 * @param scope what the key is for; 1 to {@value #MAX_SCOPE_LENGTH} of the same characters
 * @param hash 64 lower-case hex digits
 */
public record IdempotencyKey(String tenant, String scope, String hash) {

    /** The longest tenant, in characters. */
    public static final int MAX_TENANT_LENGTH = KeyLimits.TENANT_LENGTH;

    /** The longest scope, in characters. */
    public static final int MAX_SCOPE_LENGTH = KeyLimits.SCOPE_LENGTH;

    /** The longest text key, in characters; it also limits keys that clients choose. */
    public static final int MAX_TEXT_LENGTH = KeyLimits.TEXT_LENGTH;

    /** The most parts (or map entries) a key is made of. */
    public static final int MAX_PARTS = KeyLimits.PARTS;

    /** The most bytes the parts encode to, frames included: 32 KiB. */
    public static final int MAX_ENCODED_BYTES = KeyLimits.ENCODED_BYTES;

    private static final String DOMAIN = "idempotency-key/v1";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern TEXT = Pattern.compile("v1:([^:]*):([^:]*):([0-9a-f]{64})");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * Checks every component.
     *
     * @throws InvalidKeyException naming the rule that is broken
     */
    public IdempotencyKey {
        checkTenant(tenant);
        checkScope(scope);
        if (!HASH.matcher(hash).matches()) {
            throw new InvalidKeyException(Reason.TEXT_SYNTAX, "The hash of a key has 64 lower-case hex digits");
        }
    }

    /**
     * A key of parts in their order. Allowed are null, text, whole numbers (an int and a long of one value are the same
     * part), decimals (1.0 and 1.00 are the same part), floating-point numbers, booleans, characters, enums, UUIDs,
     * dates, times and durations of {@code java.time}, byte arrays; and lists, object arrays, maps and records of these, nested
     * at most four deep. A map's keys are values of the kinds above; their order does not matter. Of a record count the values
     * of its components in the order of declaration, not its name or theirs: renaming changes no key, adding or moving a
     * component does.
     *
     * @throws InvalidKeyException naming the limit that is broken, or the type that has no stable encoding
     */
    public static IdempotencyKey of(String tenant, String scope, @Nullable Object... parts) {
        KeyPartEncoder encoder = start(tenant, scope, "list", parts.length);
        Arrays.stream(parts).forEach(encoder::add);
        return finish(tenant, scope, encoder);
    }

    /**
     * A key of named parts, sorted by name, so that the order in which they were put does not matter.
     *
     * @throws InvalidKeyException as {@link #of} does
     */
    public static IdempotencyKey ofMap(String tenant, String scope, Map<String, ? extends @Nullable Object> parts) {
        KeyPartEncoder encoder = start(tenant, scope, "map", parts.size());
        new TreeMap<String, @Nullable Object>(parts).forEach((name, value) -> {
            encoder.add(name);
            encoder.add(value);
        });
        return finish(tenant, scope, encoder);
    }

    /**
     * The inverse of {@link #toString()}.
     *
     * @throws InvalidKeyException if {@code text} is not such a form
     */
    public static IdempotencyKey parse(String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT_LENGTH) {
            throw new InvalidKeyException(
                    Reason.TEXT_LENGTH,
                    "A text key has 1 to " + MAX_TEXT_LENGTH + " characters; this one has " + text.length());
        }
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new InvalidKeyException(
                    Reason.TEXT_SYNTAX, "A text key has the form v1:<tenant>:<scope>:<64 lower-case hex digits>");
        }
        return new IdempotencyKey(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    /**
     * Checks a text key without keeping it.
     *
     * @throws InvalidKeyException as {@link #parse} does
     */
    public static void validate(String text) {
        parse(text);
    }

    /**
     * Checks a tenant.
     *
     * @throws InvalidKeyException if it is empty, too long, or has other characters
     */
    public static void checkTenant(String tenant) {
        checkName(tenant, "tenant", MAX_TENANT_LENGTH, Reason.TENANT_LENGTH, Reason.TENANT_CHARACTERS);
    }

    private static KeyPartEncoder start(String tenant, String scope, String shape, int count) {
        checkTenant(tenant);
        checkScope(scope);
        checkCount(count);
        FramedDigest digest =
                new FramedDigest(DOMAIN).text(tenant).text(scope).text(shape).text(Integer.toString(count));
        return new KeyPartEncoder(digest, MAX_ENCODED_BYTES);
    }

    private static IdempotencyKey finish(String tenant, String scope, KeyPartEncoder encoder) {
        return new IdempotencyKey(tenant, scope, HexFormat.of().formatHex(encoder.digest()));
    }

    private static void checkScope(String scope) {
        checkName(scope, "scope", MAX_SCOPE_LENGTH, Reason.SCOPE_LENGTH, Reason.SCOPE_CHARACTERS);
    }

    static void checkCount(int count) {
        if (count == 0) {
            throw new InvalidKeyException(Reason.NO_PARTS, "A key needs at least one part");
        }
        if (count > MAX_PARTS) {
            throw new InvalidKeyException(
                    Reason.TOO_MANY_PARTS, "A key has at most " + MAX_PARTS + " parts; this one has " + count);
        }
    }

    private static void checkName(String value, String what, int limit, Reason length, Reason characters) {
        if (value.isEmpty() || value.length() > limit) {
            throw new InvalidKeyException(
                    length, "The " + what + " has 1 to " + limit + " characters; this one has " + value.length());
        }
        if (!NAME.matcher(value).matches()) {
            throw new InvalidKeyException(
                    characters, "The " + what + " has only the characters A-Z a-z 0-9 . _ -; this one has others");
        }
    }

    /** The text form, at most 165 characters. */
    @Override
    public String toString() {
        return "v1:" + tenant + ":" + scope + ":" + hash;
    }
}
