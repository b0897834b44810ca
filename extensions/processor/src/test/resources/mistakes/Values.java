package shop;

import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.Retained;
import ee.idempotency.TransactionMode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

class Values {

    @ApplicationScoped
    static class Members {

        @IdempotentOperation(name = "v1", lease = "30s")
        public void lease(@IdempotencyKeyPart String id) {} //! values

        @IdempotentOperation(name = "v2", retention = "P3661D")
        public void retention(@IdempotencyKeyPart String id) {} //! values

        @IdempotentOperation(name = "v3", lease = "PT10M", retention = "PT5M")
        public void both(@IdempotencyKeyPart String id) {} //! values

        @IdempotentOperation(name = "v4", mode = {TransactionMode.JOINED, TransactionMode.INDEPENDENT})
        public void modes(@IdempotencyKeyPart String id) {} //! values

        @IdempotentOperation(name = "v5", waitUpTo = "PT31S")
        public void wait(@IdempotencyKeyPart String id) {} //! values
    }

    @ApplicationScoped
    static class Results<T> {

        @IdempotentOperation(name = "r1")
        public Object object(@IdempotencyKeyPart String id) { //! resultType
            return id;
        }

        @IdempotentOperation(name = "r2")
        public Stream<String> stream(@IdempotencyKeyPart String id) { //! resultType
            return Stream.of(id);
        }

        @IdempotentOperation(name = "r3")
        public CompletableFuture<String> later(@IdempotencyKeyPart String id) { //! resultType
            return CompletableFuture.completedFuture(id);
        }

        @IdempotentOperation(name = "r4")
        public List<?> wild(@IdempotencyKeyPart String id) { //! resultType
            return List.of();
        }

        @IdempotentOperation(name = "r5")
        public InputStream file(@IdempotencyKeyPart String id) { //! resultType
            return InputStream.nullInputStream();
        }

        @IdempotentOperation(name = "r6")
        public T variable(@IdempotencyKeyPart T id) { //! resultType
            return id;
        }

        @IdempotentOperation(name = "r7", retained = Retained.POINTER, reread = "find")
        public String reread(@IdempotencyKeyPart String id) { //! reread
            return id;
        }
    }

    @ApplicationScoped
    static class Beans {

        @Transactional(TxType.REQUIRES_NEW)
        @IdempotentOperation(name = "t1", mode = TransactionMode.JOINED)
        public void apart(@IdempotencyKeyPart String id) {} //! transaction

        @Transactional(TxType.NOT_SUPPORTED)
        @IdempotentOperation(name = "t2", mode = TransactionMode.ONE_COMMIT)
        public void without(@IdempotencyKeyPart String id) {} //! transaction
    }

    @Stateless
    static class Ejb {

        @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
        @IdempotentOperation(name = "t3", mode = TransactionMode.JOINED)
        public void without(@IdempotencyKeyPart String id) {} //! transaction

        @IdempotentOperation(name = "t4", mode = TransactionMode.INDEPENDENT)
        public void inside(@IdempotencyKeyPart String id) {} //! transaction
    }

    @Stateless
    @TransactionManagement(TransactionManagementType.BEAN)
    static class OwnTransactions {

        @IdempotentOperation(name = "t5", mode = TransactionMode.JOINED)
        public void own(@IdempotencyKeyPart String id) {} //! transaction
    }
}
