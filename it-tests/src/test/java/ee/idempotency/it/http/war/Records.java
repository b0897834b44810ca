// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.http.war;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** {@code /records}: what somebody sees and does who can reach the table; H2 is inside the server. */
@Path("/records")
@RequestScoped
public class Records {

    /** Begins a parameter that is bytes, in hexadecimal digits. */
    public static final String BYTES = "hex:";

    /** Begins a parameter that is a number. */
    public static final String NUMBER = "int:";

    private static final String ROWS = "select state, tenant, caller, idempotency_key, status, headers, body"
            + " from idempotency_record where idempotency_key like ? order by tenant, caller";

    @Resource(lookup = "java:comp/DefaultDataSource")
    DataSource database;

    /** The rows whose keys are like this. */
    @GET
    @Produces("application/json")
    public JsonArray rows(@QueryParam("like") String like) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ROWS)) {
            statement.setString(1, like);
            JsonArrayBuilder rows = Json.createArrayBuilder();
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    rows.add(row(found));
                }
            }
            return rows.build();
        }
    }

    private static JsonObject row(ResultSet found) throws SQLException {
        JsonObjectBuilder row = Json.createObjectBuilder();
        for (String column : List.of("state", "tenant", "caller", "idempotency_key", "headers")) {
            row.add(column, String.valueOf(found.getString(column)));
        }
        byte[] body = found.getBytes("body");
        return row.add("status", found.getInt("status"))
                .add("body", body == null ? "" : HexFormat.of().formatHex(body))
                .build();
    }

    /**
     * How many rows a statement changed, or why the database refuses it.
     *
     * @param call a JSON array of the statement and its parameters
     */
    @POST
    @Path("sql")
    @Produces("text/plain")
    public String execute(String call) {
        List<String> texts =
                Json.createReader(new StringReader(call)).readArray().getValuesAs(JsonString::getString);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(texts.get(0))) {
            for (int i = 1; i < texts.size(); i++) {
                set(statement, i, texts.get(i));
            }
            return Integer.toString(statement.executeUpdate());
        } catch (SQLException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    /** The one number that a query finds. */
    @POST
    @Path("number")
    @Produces("text/plain")
    public long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet found = statement.executeQuery()) {
            found.next();
            return found.getLong(1);
        }
    }

    private static void set(PreparedStatement statement, int index, String parameter) throws SQLException {
        if (parameter.startsWith(BYTES)) {
            statement.setBytes(index, HexFormat.of().parseHex(parameter.substring(BYTES.length())));
        } else if (parameter.startsWith(NUMBER)) {
            statement.setInt(index, Integer.parseInt(parameter.substring(NUMBER.length())));
        } else {
            statement.setString(index, parameter);
        }
    }
}
