// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The classes that a server has loaded and cannot free, as the JDK's own tool reports them. */
public final class LiveClasses {

    /** For the server's environment: objects that are kept only until memory is scarce are not kept. */
    public static final Map<String, String> WITHOUT_SOFT_REFERENCES =
            Map.of(ServerKind.JVM_OPTIONS, "-XX:SoftRefLRUPolicyMSPerMB=0");

    private final long pid;

    /** Those of a running server. */
    public LiveClasses(Server server) {
        pid = server.pids().stream()
                .filter(candidate -> isJava(ProcessHandle.of(candidate)
                        .flatMap(process -> process.info().command())
                        .orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isJava(String command) {
        return command.endsWith("/java");
    }

    /** Collects garbage and returns how many class loaders have a class of their own of the name of {@code type}. */
    public long count(Class<?> type) throws IOException, InterruptedException {
        jcmd("GC.run");
        return jcmd("VM.classloaders", "show-classes")
                .lines()
                .filter(line -> line.endsWith(" " + type.getName()))
                .count();
    }

    private String jcmd(String... command) throws IOException, InterruptedException {
        ProcessBuilder tool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(), Long.toString(pid));
        tool.command().addAll(List.of(command));
        Process process = tool.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("jcmd: " + output);
        }
        return output;
    }
}
