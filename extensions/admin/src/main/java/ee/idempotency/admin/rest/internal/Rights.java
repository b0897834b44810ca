// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** What the sender of a request may do. */
public record Rights(AdminSettings settings, SecurityContext security, HttpHeaders headers) {

    /** A header that no other site can have a browser send without asking this server first. */
    public static final String NO_FORGERY = "X-Idempotency-Admin";

    /**
     * Asks for the right to look.
     *
     * @return the operator's name
     * @throws AdminProblem 404 where there is no administration, 403 for everybody else without the right
     */
    public String toRead() throws AdminProblem {
        if (!settings.isOn()) {
            throw new AdminProblem(404, "not-found", "There is nothing here");
        }
        Principal principal = security.getUserPrincipal();
        if (principal == null || !(isIn(settings.readerRole()) || isIn(settings.operatorRole()))) {
            throw forbidden("You have not the role for this");
        }
        return principal.getName();
    }

    /** Likewise to change records. */
    public String toOperate() throws AdminProblem {
        return toWrite(settings.operatorRole());
    }

    /** Likewise to look at outcomes, which is written down. */
    public String toReveal() throws AdminProblem {
        return toWrite(settings.revealRole());
    }

    private String toWrite(String role) throws AdminProblem {
        String name = toRead();
        if (!isIn(role)) {
            throw forbidden("You have not the role for this");
        }
        refuseForgery();
        return name;
    }

    /** A request with a body must be of a page of this server, or of no page. */
    public void refuseForgery() throws AdminProblem {
        @Nullable String site = headers.getHeaderString("Sec-Fetch-Site");
        boolean isForeign = site != null && !site.equals("same-origin") && !site.equals("none");
        if (isForeign || !"1".equals(headers.getHeaderString(NO_FORGERY))) {
            throw forbidden("Send the header " + NO_FORGERY + ": 1, and from no page of another site");
        }
    }

    /** Whether the sender may change records. */
    boolean mayOperate() {
        return isIn(settings.operatorRole());
    }

    /** Whether the sender may look at outcomes. */
    boolean mayReveal() {
        return isIn(settings.revealRole());
    }

    private boolean isIn(String role) {
        return !role.isEmpty() && security.isUserInRole(role);
    }

    private static AdminProblem forbidden(String detail) {
        return new AdminProblem(403, "forbidden", detail);
    }
}
