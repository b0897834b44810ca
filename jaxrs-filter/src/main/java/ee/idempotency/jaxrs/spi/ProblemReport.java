// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.spi;

/**
 * A problem, as it is reported to a client. No part of it has a key, a caller or a payload.
 *
 * @param code what programs compare, such as {@code key-reused}; docs/http-problems.md lists all
 * @param status the HTTP status that the header draft has for it, 400 to 599
 * @param title the code in words, the same each time
 * @param detail what is wrong this time, and what to do
 * @param type the URI that describes the code, perhaps a path
 * @param instance a URN of this occurrence, which is in the log, too
 * @param retryable whether the same request, sent again unchanged, may be answered otherwise
 */
public record ProblemReport(
        String code, int status, String title, String detail, String type, String instance, boolean retryable) {}
