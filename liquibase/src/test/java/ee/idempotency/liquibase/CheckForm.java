// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.liquibase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A way to write the rules of a record as checks, for {@link CheckFigures}.
 *
 * @param changes of a table as this release ships it
 */
record CheckForm(String name, List<String> changes) {

    static final String CLAIM =
            "insert into idempotency_record (id, tenant, operation, caller, idempotency_key, fingerprint, owner_token,"
                    + " never_re_execute, version, state, attempt, created_at, lease_until, expires_at) values ({id},"
                    + " 'default', 'pay', 'alice', 'b2f5c1d8-6f0e', {33 bytes},"
                    + " '11111111-1111-1111-1111-111111111111', false, 1, 'IN_PROGRESS', 1, current_timestamp,"
                    + " current_timestamp + interval '1' minute, current_timestamp + interval '1' day)";

    static final String COMPLETION =
            "update idempotency_record set state = 'COMPLETED', version = version + 1, owner_token = null,"
                    + " lease_until = null, status = 200, headers = 'Content-Type: application/json', body = {1 KiB},"
                    + " outcome_hash = {32 bytes} where id = {id} and version = 1 and state = 'IN_PROGRESS'";

    private static final Pattern CHECK =
            Pattern.compile("alter table idempotency_record add constraint (ck_\\w+) check (\\(.*\\))", Pattern.DOTALL);
    private static final String DROP_FUNCTION = "drop function idempotency_record_is_legal(idempotency_record) cascade";
    private static final String ADD = "alter table idempotency_record add constraint ck_form check ";

    static List<CheckForm> of(DatabaseKind kind) {
        List<String> rules = statements(Databases.H2).stream()
                .filter(each -> CHECK.matcher(each).matches())
                .toList();
        List<String> drop = kind == Databases.POSTGRESQL ? List.of(DROP_FUNCTION) : drops(rules);
        String all = String.join(
                " and ",
                rules.stream()
                        .map(CHECK::matcher)
                        .filter(m -> m.matches())
                        .map(m -> "(" + m.group(2) + " is not false)")
                        .toList());
        List<CheckForm> forms = new ArrayList<>(List.of(
                new CheckForm("none", drop),
                new CheckForm("none, again (A/A)", drop),
                new CheckForm("one check a rule", then(drop, rules)),
                new CheckForm("all rules in one check", then(drop, List.of(ADD + "(" + all + ")"))),
                new CheckForm("as shipped", List.of())));
        if (kind == Databases.POSTGRESQL) {
            forms.addAll(ofPostgreSql(drop));
        }
        return forms;
    }

    private static List<CheckForm> ofPostgreSql(List<String> drop) {
        String function = statements(Databases.POSTGRESQL).stream()
                .filter(each -> each.startsWith("create function"))
                .findAny()
                .orElseThrow();
        String shortRules =
                "attempt >= 1 and version >= 0 and expires_at > created_at and octet_length(fingerprint) = 33"
                        + " and (status = 0 or status between 100 and 599) and (body_json is null or body is not null)";
        String compact = "num_nonnulls(owner_token, lease_until) = 2 * (state = 'IN_PROGRESS')::int and"
                + " num_nonnulls(status, headers, outcome_hash) = 3 * (state = 'COMPLETED')::int and"
                + " num_nonnulls(failure_code, failure_message) = 2 * (state = 'FAILED')::int";
        return List.of(
                new CheckForm(
                        "two compact checks",
                        then(
                                drop,
                                List.of(
                                        ADD + "(" + compact + ")",
                                        ADD.replace("ck_form", "ck_form2") + "(" + shortRules + ")"))),
                new CheckForm(
                        "function of the columns",
                        then(drop, List.of(ofColumns(function), ADD + "(legal(" + String.join(", ", COLUMNS) + "))"))),
                new CheckForm(
                        "as shipped, with a search_path",
                        List.of(
                                "alter function idempotency_record_is_legal(idempotency_record) set search_path = pg_catalog")),
                new CheckForm(
                        "trigger",
                        then(
                                drop,
                                List.of(
                                        function,
                                        "create function fires() returns trigger language plpgsql as $$ begin"
                                                + " perform idempotency_record_is_legal(new); return new; end $$",
                                        "create trigger legal before insert or update on idempotency_record"
                                                + " for each row execute function fires()"))));
    }

    private static final List<String> COLUMNS = List.of(
            "owner_token",
            "created_at",
            "expires_at",
            "lease_until",
            "attempt",
            "version",
            "status",
            "state",
            "fingerprint",
            "outcome_hash",
            "failure_code",
            "failure_message",
            "headers",
            "body",
            "body_json");

    private static String ofColumns(String function) {
        String types =
                "uuid timestamptz timestamptz timestamptz int int smallint varchar bytea bytea varchar varchar text bytea jsonb";
        String[] each = types.split(" ", -1);
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < each.length; i++) {
            parameters
                    .append(i == 0 ? "" : ", ")
                    .append(COLUMNS.get(i))
                    .append(' ')
                    .append(each[i]);
        }
        return function.replaceFirst(
                        "idempotency_record_is_legal\\(r idempotency_record\\)", "legal(" + parameters + ")")
                .replace("r.", "");
    }

    private static List<String> drops(List<String> rules) {
        return rules.stream()
                .map(CHECK::matcher)
                .filter(m -> m.matches())
                .map(m -> "alter table idempotency_record drop constraint " + m.group(1))
                .toList();
    }

    private static List<String> then(List<String> first, List<String> next) {
        return Stream.concat(first.stream(), next.stream()).toList();
    }

    private static List<String> statements(DatabaseKind kind) {
        try {
            return Arrays.asList(DatabaseKind.statements(Files.readString(kind.handWrittenSchema())));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
