package dev.postern.admin.migration.mail;

import dev.postern.admin.access.Access;
import dev.postern.admin.audit.AuditEvent;
import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.audit.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says where folders of other servers go. It counts from the next start or try of each move on. */
@Service
class SetFolderMapping {

    static final int MOST = 1000;

    private static final int LONGEST = 250;

    private final FolderMappings mappings;
    private final Access access;
    private final AuditLog audit;

    SetFolderMapping(FolderMappings mappings, Access access, AuditLog audit) {
        this.mappings = mappings;
        this.access = access;
        this.audit = audit;
    }

    /**
     * Replaces all of it.
     *
     * @param wanted checked by {@link #checked}
     */
    @Transactional
    public FolderMapping apply(FolderMapping wanted) {
        access.toRunThePlatform();
        var before = mappings.read();
        mappings.write(wanted.targets());
        audit.add(AuditEvent.ofPlatform(
                "folder-mapping.set",
                "folders",
                Optional.of(Snapshot.of("folders", before.targets().size())),
                Optional.of(Snapshot.of("folders", wanted.targets().size()))));
        return wanted;
    }

    /**
     * Makes one of names that people wrote.
     *
     * @throws IllegalArgumentException saying which is wrong and why
     */
    static FolderMapping checked(Map<String, String> wanted) {
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("There can be %d folders, not %d.".formatted(MOST, wanted.size()));
        }
        var targets = new TreeMap<String, String>();
        wanted.forEach((name, target) -> {
            var key = FolderMapping.key(name);
            if (key.isEmpty() || key.length() > LONGEST || target.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "'%s': a name has between 1 and %d characters.".formatted(name, LONGEST));
            }
            targets.put(key, target.isBlank() ? "" : LocalName.checked(target.strip()));
        });
        return new FolderMapping(targets);
    }
}
