// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.Node;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What is deployed. */
public final class Wars {

    /** Where an application has its settings. */
    public static final String SETTINGS_FILE = "META-INF/microprofile-config.properties";

    /** The name of {@link #withTests()}. */
    static final String SHARED = "with-tests.war";

    private static final String SETTINGS = """
            idempotency.heartbeat=true
            idempotency.lock-wait=PT0.3S
            idempotency.sweep.interval=PT1S
            """;

    private Wars() {}

    /** The example as users build it; a test class may be added to run inside. */
    public static WebArchive example() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File(System.getProperty("war")));
    }

    /** The same by another name. */
    public static WebArchive example(String name) {
        return ShrinkWrap.create(WebArchive.class, name).merge(example());
    }

    /** The libraries of the example alone, for an application of a test's own. */
    public static WebArchive libraries(String name) {
        WebArchive war = ShrinkWrap.create(WebArchive.class, name);
        example()
                .getContent(Filters.include("/WEB-INF/(lib/.*\\.jar|beans\\.xml)"))
                .forEach((path, node) -> war.add(node.getAsset(), path));
        return war;
    }

    /**
     * The example with all test classes that run inside, and settings that suit them all: one deployment for them and for the
     * tests that are clients of the example.
     */
    static WebArchive withTests() {
        return example(SHARED)
                .addClasses(InContainerIT.class, InContainerIT.FailedSweeps.class, Records.class)
                .addClasses(ProtectedBean.class, ProtectedEjb.class, ProtectedContract.class, ProtectedTimer.class)
                .addClasses(TransactionsIT.class, TimeoutsIT.class, HeartbeatIT.class, Effects.class, WorkEnding.class)
                .addClasses(ProtectedCall.class, ProtectedCalls.class)
                .addClasses(ModesBean.class, ModesClass.class, ModesEjb.class, CauseChain.class)
                .addAsResource(new StringAsset(SETTINGS), SETTINGS_FILE)
                .addAsLibraries(jarOf(Awaitility.class), jarOf(Matcher.class));
    }

    /** The content of a {@link #SETTINGS_FILE}. */
    public static Asset settings(Map<String, String> settings) {
        return new StringAsset(settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining("\n")));
    }

    /** Takes the jar of the library's unit out, and returns it. */
    public static Node takeDefaultUnit(WebArchive from) {
        return from.delete(from.getContent(Filters.include(".*idempotency-default-unit.*")).keySet().stream()
                .findFirst()
                .orElseThrow());
    }

    /** The example without the library's unit; {@code change} makes the application's own {@code persistence.xml}. */
    public static WebArchive withoutDefaultUnit(UnaryOperator<String> change) {
        WebArchive example = example();
        takeDefaultUnit(example);
        String file = "META-INF/persistence.xml";
        try (InputStream own =
                example.delete("WEB-INF/classes/" + file).getAsset().openStream()) {
            String text = new String(own.readAllBytes(), StandardCharsets.UTF_8);
            return example.addAsWebInfResource(new StringAsset(change.apply(text)), "classes/" + file);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** The jar a class comes from, for tests that run inside and need it there. */
    public static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
