// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.tck.Requirement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@Requirement("S6")
class PortableJsonTest {

    private static final int TEXTS = 20_000;

    private static final String CHARACTERS =
            "{}[]\",:\\/'#*_ \t\n\r\0\u007f\u0085\u2028\ufeff\ufffe" + "0123456789eE+-.aubnrtfxls\u00e9\ud83d\ude00";

    private final PortableJson json = new PortableJson();

    @ParameterizedTest
    @FieldSource("ee.idempotency.persistence.internal.JsonBodies#REFUSED")
    void whatOneDatabaseRefusesOrTwoUnderstandDifferentlyIsNotAccepted(String body) {
        assertThat(json.accepts(body.getBytes(UTF_8)) && body.length() <= JsonForm.MAX_BYTES)
                .isFalse();
    }

    @Test
    void whatIsWithinTheLimitsIsAccepted() {
        assertThat(JsonBodies.accepted()).allMatch(body -> json.accepts(body.getBytes(UTF_8)));
    }

    /** Of texts that are nearly JSON, so that a parser which lets too much pass is found. */
    @EveryDatabase
    void theDatabaseTakesWhateverIsAccepted(DatabaseKind kind) throws Exception {
        try (Connection connection = kind.empty().getConnection();
                PreparedStatement statement = connection.prepareStatement(kind.takesJson())) {
            for (String text : accepted()) {
                statement.setBytes(1, text.getBytes(UTF_8));
                try (ResultSet rows = statement.executeQuery()) {
                    rows.next();
                    assertThat(rows.getBoolean(1)).as(text).isTrue();
                }
            }
        }
    }

    private List<String> accepted() {
        Random random = new Random(6);
        List<String> seeds = new ArrayList<>(JsonBodies.NORMALISED);
        seeds.add("{\"a\":[{\"b\":\"c\"},null,true,false,-1.5e+3],\"d\":{}}");
        List<String> accepted = new ArrayList<>();
        for (int text = 0; text < TEXTS; text++) {
            StringBuilder changed = new StringBuilder(seeds.get(random.nextInt(seeds.size())));
            for (int change = random.nextInt(3); change >= 0; change--) {
                int from = random.nextInt(changed.length() + 1);
                int to = Math.min(changed.length(), from + random.nextInt(2));
                int character = random.nextInt(CHARACTERS.length());
                changed.replace(from, to, CHARACTERS.substring(character, character + random.nextInt(2)));
            }
            if (json.accepts(changed.toString().getBytes(UTF_8))) {
                accepted.add(changed.toString());
            }
        }
        assertThat(accepted).hasSizeBetween(TEXTS / 20, TEXTS * 19 / 20);
        return accepted;
    }
}
