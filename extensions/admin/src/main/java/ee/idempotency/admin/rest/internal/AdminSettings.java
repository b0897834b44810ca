// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import ee.idempotency.settings.SettingsReader;

/**
 * Settings of administration over HTTP, from MicroProfile Config. Which roles there are, and who has them, is the
 * application's: they are asked for by {@code SecurityContext.isUserInRole}.
 *
 * @param readerRole who may look; empty: nobody, and nothing is there
 * @param operatorRole who may change records, and look; empty: nobody, and administration only shows
 * @param revealRole who may look at outcomes themselves; empty: nobody
 */
public record AdminSettings(String readerRole, String operatorRole, String revealRole) {

    /** Below the application's path. */
    public static final String PATH = "idempotency-admin";

    /** {@value}: a role, default none: every path answers 404. */
    public static final String READER_ROLE = "idempotency.admin.reader-role";
    /** {@value}: a role, default none: records cannot be changed. */
    public static final String OPERATOR_ROLE = "idempotency.admin.operator-role";
    /** {@value}: a role, default none: outcomes are described and never shown. */
    public static final String REVEAL_ROLE = "idempotency.admin.reveal-role";

    private static final String ROLE = "[^\\p{Cntrl}]{1,255}";
    private static final String RULE = "must be the name of a role, 1 to 255 characters";

    /** Reads the settings; what is wrong is collected by {@code reader}. */
    public static AdminSettings read(SettingsReader reader) {
        AdminSettings settings = new AdminSettings(
                reader.text(READER_ROLE, "", ROLE, RULE),
                reader.text(OPERATOR_ROLE, "", ROLE, RULE),
                reader.text(REVEAL_ROLE, "", ROLE, RULE));
        if (!settings.isOn() && !(settings.operatorRole.isEmpty() && settings.revealRole.isEmpty())) {
            reader.problem(READER_ROLE + " is not set, but " + OPERATOR_ROLE + " or " + REVEAL_ROLE
                    + " is: administration is only there for readers; set it, perhaps to the same role");
        }
        return settings;
    }

    /** Whether there is administration at all. */
    public boolean isOn() {
        return !readerRole.isEmpty();
    }
}
