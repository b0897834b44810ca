// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Fingerprint;
import ee.idempotency.Retained;
import ee.idempotency.engine.BeginResult;
import ee.idempotency.engine.EngineEnvironment;
import ee.idempotency.engine.IdempotencyEngine;
import ee.idempotency.engine.OperationOptions;
import ee.idempotency.engine.ResultOutcomes;
import ee.idempotency.liquibase.DatabaseKind;
import ee.idempotency.liquibase.EveryDatabase;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.spi.ResultCodec;
import ee.idempotency.tck.Requirement;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Every column of a row, looked through for what its operation lets nobody store. */
@Requirement("O1")
class RetainedRowTest {

    private static final String MARKER = "4111-1111-1111-1111";
    private static final OperationOptions OPTIONS = OperationOptions.of(Duration.ofMinutes(1), Duration.ofDays(1));

    @EveryDatabase
    void hasNothingOfABodyThatIsNotRetained(DatabaseKind kind) {
        DataSource database = kind.migrated();
        try (TestNode node = new TestNode(database)) {
            ResultCodec unused = (ResultCodec) Proxy.newProxyInstance(
                    ResultCodec.class.getClassLoader(),
                    new Class<?>[] {ResultCodec.class},
                    (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException(method.getName());
                    });
            IdempotencyEngine engine =
                    new IdempotencyEngine(node.store(), new ResultOutcomes(unused, 1), EngineEnvironment.plain());

            for (Retained retained : Retained.values()) {
                complete(engine, retained);
                assertThat(dump(database).contains(MARKER)).as("%s", retained).isEqualTo(retained == Retained.WHOLE);
                Rows rows = new Rows(database);
                rows.execute("delete from idempotency_record");
            }
        }
    }

    private static void complete(IdempotencyEngine engine, Retained retained) {
        Binding binding =
                new Binding("tenant", "charge", "alice", UUID.randomUUID().toString());
        BeginResult begun = engine.begin(binding, Fingerprint.none(), OPTIONS.withRetained(retained));
        ((BeginResult.Acquired) begun)
                .attempt()
                .complete(new Outcome.Completed(
                        201,
                        List.of(new Header("Location", "/charges/1"), new Header("X-Card", MARKER)),
                        Bytes.of(MARKER.getBytes(StandardCharsets.UTF_8))));
    }

    private static String dump(DataSource database) {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from idempotency_record")) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    all.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value)
                            .append('\n');
                }
            }
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        assertThat(all).contains("charge");
        return all.toString();
    }
}
