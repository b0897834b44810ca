// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.File;
import java.lang.reflect.Method;
import java.util.concurrent.locks.LockSupport;

/**
 * What WildFly and Open Liberty have of their own: undeploys an application whose file has gone and deploys it when the
 * file is back. An agent in the JVM of Payara Micro; its argument is the file, which has been deployed at the start. It has
 * no class of the tests but this one.
 */
public final class DeploymentScanner implements Runnable {

    private static final long INTERVAL_NANOS = 200_000_000;

    private final File war;

    private DeploymentScanner(File war) {
        this.war = war;
    }

    /** Called by the JVM. */
    public static void premain(String war) {
        Thread scanner = new Thread(new DeploymentScanner(new File(war)), "deployment scanner");
        scanner.setDaemon(true);
        scanner.start();
    }

    @Override
    public void run() {
        try {
            while (true) {
                await(false);
                String name = war.getName().replace(".war", "");
                call("undeploy", new Class<?>[] {String.class}, name);
                await(true);
                call("deploy", new Class<?>[] {String.class, String.class, File.class}, name, "/", war);
            }
        } catch (ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void await(boolean isThere) {
        while (war.exists() != isThere) {
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    private static void call(String command, Class<?>[] types, Object... arguments)
            throws ReflectiveOperationException {
        Class<?> micro = Class.forName("fish.payara.micro.PayaraMicro");
        Object instance = micro.getMethod("getInstance").invoke(null);
        Object runtime = micro.getMethod("getRuntime").invoke(instance);
        Method method = Class.forName("fish.payara.micro.PayaraMicroRuntime").getMethod(command, types);
        method.invoke(runtime, arguments);
    }
}
