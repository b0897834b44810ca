// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.encryption.internal;

import ee.idempotency.encryption.EncryptionKeys;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Where this application's keys come from: its bean, or else the settings. */
@ApplicationScoped
public class KeysInUse {

    @Inject
    Instance<EncryptionKeys> beans;

    private EncryptionKeys keys = tenant -> List.of();
    private boolean acceptPlain;

    @PostConstruct
    void choose() {
        EncryptionSettings settings = EncryptionSettingsGroup.checked();
        keys = choose(settings, beans.stream().toList());
        acceptPlain = settings.acceptPlain();
        EncryptionLog.encrypted(
                settings.keys().isEmpty()
                        ? "keys of "
                                + beans.getHandle().getBean().getBeanClass().getName()
                        : settings.keys().get(0).toString(),
                !keys.fingerprintKeys().isEmpty(),
                acceptPlain);
    }

    /**
     * The one source of keys.
     *
     * @throws IllegalStateException if there is none or several; it stops the deployment
     */
    static EncryptionKeys choose(EncryptionSettings settings, List<EncryptionKeys> beans) {
        if (settings.keys().isEmpty() && beans.isEmpty()) {
            throw new IllegalStateException("idempotency-encryption is deployed and there are no keys: set "
                    + EncryptionSettings.KEYS + ", or add a bean of the type " + EncryptionKeys.class.getName());
        }
        if (beans.size() > 1 || !(settings.keys().isEmpty() || beans.isEmpty())) {
            throw new IllegalStateException("there are several sources of encryption keys: leave one bean of the type "
                    + EncryptionKeys.class.getName() + ", or none and " + EncryptionSettings.KEYS);
        }
        if (!beans.isEmpty()
                && !(settings.fingerprintKeys().isEmpty()
                        && settings.destroyed().isEmpty())) {
            throw new IllegalStateException(
                    EncryptionSettings.FINGERPRINT_KEYS + " and " + EncryptionSettings.DESTROYED_KEYS
                            + " are not read where a bean of the type " + EncryptionKeys.class.getName()
                            + " has the keys; move them there");
        }
        return beans.isEmpty() ? new ConfiguredKeys(settings) : beans.get(0);
    }

    EncryptionKeys keys() {
        return keys;
    }

    boolean acceptPlain() {
        return acceptPlain;
    }
}
