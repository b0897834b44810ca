// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.log;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import ee.idempotency.TransactionMode;
import ee.idempotency.engine.WithoutText;
import ee.idempotency.operation.Operation;
import ee.idempotency.spi.ActiveClaim;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the HTTP adapter logs: IDEM-03xx. */
public final class HttpLog {

    private static final System.Logger LOG = System.getLogger("ee.idempotency.jaxrs");

    private static final int PROBLEMS_A_MINUTE = 60;
    private static final Map<String, LineBudget> BUDGETS = new ConcurrentHashMap<>();

    private HttpLog() {}

    public static void operationProtected(Operation operation) {
        LOG.log(INFO, "IDEM-0301 protects {0}", operation.announcement());
    }

    public static void operationWatched(Operation operation) {
        LOG.log(
                WARNING,
                "IDEM-0320 does not protect {0}: it is in shadow mode, in which every request runs and what it would have"
                        + " been answered is reported",
                operation.announcement());
    }

    public static void safeMethodNotProtected(Method method, String httpMethod) {
        LOG.log(
                WARNING,
                "IDEM-0302 {0}.{1} is annotated but not protected: {2} requests have no effect to protect",
                method.getDeclaringClass().getName(),
                method.getName(),
                httpMethod);
    }

    public static void headerDropped(String name) {
        LOG.log(
                WARNING,
                "IDEM-0303 the response header {0} could have started another line and was dropped",
                name.replaceAll("[^!-~]", "?"));
    }

    public static void responseNotRetained(ActiveClaim claim, int maxSize) {
        LOG.log(
                WARNING,
                "IDEM-0304 {0} answered with more than {1} bytes; its response is not kept",
                claim.binding(),
                Integer.toString(maxSize));
    }

    public static void writingFailed(ActiveClaim claim, Throwable cause) {
        warn("IDEM-0305 " + claim.binding() + " ran, but its response could not be written", cause);
    }

    public static void answerWithheld(ActiveClaim claim, Throwable cause) {
        warn("IDEM-0306 " + claim.binding() + " ran, but its response is withheld", cause);
    }

    public static void unanswered(ActiveClaim claim) {
        LOG.log(
                WARNING,
                "IDEM-0309 {0} ended without an answer; its key is given back, unless the application has said that it is stored",
                claim.binding());
    }

    public static void modeNotPossible(Method method, TransactionMode asked) {
        LOG.log(
                WARNING,
                "IDEM-0310 {0}.{1} is INDEPENDENT, not {2}: its answer is made on another thread or streamed, and a"
                        + " transaction belongs to one thread",
                method.getDeclaringClass().getName(),
                method.getName(),
                asked);
    }

    public static void answeredElsewhere(ActiveClaim claim) {
        LOG.log(
                WARNING,
                "IDEM-0311 {0} is answered on another thread than its transaction is on: it is rolled back, and the"
                        + " answer withheld; declare the method asynchronous, or use INDEPENDENT",
                claim.binding());
    }

    public static void runsUnprotected(String operation, Throwable cause) {
        if (mayWrite("IDEM-0312")) {
            warn(
                    "IDEM-0312 the store does not answer: a request of " + operation
                            + " runs unprotected, because idempotency.http.fail-open is true",
                    cause);
        }
    }

    public static void bodyUnreadable(Throwable cause) {
        LOG.log(DEBUG, "IDEM-0307 a request body could not be read; nothing was claimed", cause);
    }

    /**
     * One problem that a client got; {@code instance} is in both. At most {@value #PROBLEMS_A_MINUTE} a minute of each code,
     * but for those that no client can provoke: 500.
     */
    public static void problem(String instance, String code, int status, String operation) {
        if (status == 500 || mayWrite(code)) {
            LOG.log(
                    status >= 500 ? WARNING : INFO,
                    "IDEM-0308 {0} was answered with {1} {2}, instance {3}",
                    operation,
                    Integer.toString(status),
                    code,
                    instance);
        }
    }

    /** Whether a minute has room for one more line of this kind; what had none is counted in the next. */
    private static boolean mayWrite(String code) {
        long missing = BUDGETS.computeIfAbsent(code, first -> new LineBudget(PROBLEMS_A_MINUTE, System::nanoTime))
                .spend();
        if (missing > 0) {
            LOG.log(INFO, "IDEM-0313 {0} more problems {1} had no line of their own", Long.toString(missing), code);
        }
        return missing >= 0;
    }

    /** A resource that can answer where nobody sees it. */
    public static void answersOutside(Method method) {
        LOG.log(
                WARNING,
                "IDEM-0316 {0}.{1} is protected and can reach the HttpServletResponse: what it answers there is not kept,"
                        + " and a repeat gets response-not-retained; answer with a Response of JAX-RS",
                method.getDeclaringClass().getName(),
                method.getName());
    }

    /** A resource has done so. */
    public static void answeredOutside(ActiveClaim claim, int status) {
        LOG.log(
                WARNING,
                "IDEM-0317 {0} was answered with {1} through the HttpServletResponse; its response is not kept",
                claim.binding(),
                Integer.toString(status));
    }

    /** A web application whose servlet container did not look into this jar. */
    public static void servletFilterAdded(String contextPath) {
        LOG.log(
                INFO,
                "IDEM-0318 the servlet container has not looked for the servlet filter of the application at ''{0}''; it was"
                        + " added when the application started",
                contextPath);
    }

    /** An application whose classes only its container can list. */
    public static void listNotKnown(Class<?> application, Throwable cause) {
        LOG.log(
                WARNING,
                "IDEM-0319 {0} lists its classes, but only its container can call it ({1}): make sure that it lists"
                        + " ee.idempotency.jaxrs.IdempotencyFeature, without which its resources are not protected",
                application.getName(),
                cause.getClass().getName());
    }

    /** What led to a problem that nobody can explain without it. */
    public static void internalError(String instance, Throwable cause) {
        warn("IDEM-0314 the cause of the problem with the instance " + instance, cause);
    }

    /** The application's own renderer has failed; the client got the problem in the usual shape. */
    public static void renderingFailed(String instance, Throwable cause) {
        if (mayWrite("IDEM-0321")) {
            warn(
                    "IDEM-0321 the ProblemRenderer failed; the problem with the instance " + instance
                            + " was answered as RFC 9457 has it",
                    cause);
        }
    }

    /** What led to a problem whose code says enough. */
    public static void causeOf(String instance, Throwable cause) {
        LOG.log(DEBUG, "IDEM-0315 the cause of the problem with the instance " + instance, cause);
    }

    /** Where DEBUG is on, somebody wants to read all of it. */
    private static void warn(String line, Throwable cause) {
        LOG.log(WARNING, line, WithoutText.in(LOG, cause));
    }
}
