// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.benchmarks;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** The processor time that this process and a server beside it have used, of all threads that live. */
final class ProcessorTime {

    private static final boolean IS_EXACT = Files.exists(Path.of("/proc/self/task"));

    private ProcessorTime() {}

    /** In nanoseconds: exact on Linux, elsewhere as the system counts it. */
    static long withServer(ProcessHandle server) {
        return Stream.concat(Stream.of(ProcessHandle.current(), server), server.descendants())
                .mapToLong(process -> IS_EXACT ? ofThreads(process.pid()) : counted(process))
                .sum();
    }

    private static long counted(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private static long ofThreads(long process) {
        long sum = 0;
        try (DirectoryStream<Path> threads =
                Files.newDirectoryStream(Path.of("/proc", Long.toString(process), "task"))) {
            for (Path thread : threads) {
                sum += ofThread(thread);
            }
            return sum;
        } catch (IOException ended) {
            return sum;
        }
    }

    private static long ofThread(Path thread) throws IOException {
        try {
            return Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ", 2)[0]);
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
