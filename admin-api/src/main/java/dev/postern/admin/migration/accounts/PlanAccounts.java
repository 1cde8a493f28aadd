package dev.postern.admin.migration.accounts;

import dev.postern.admin.migration.export.AccountExport;
import org.springframework.stereotype.Service;

/** Finds out what taking over an export would do. Nothing is changed. */
@Service
class PlanAccounts {

    private final Here.Tables tables;

    PlanAccounts(Here.Tables tables) {
        this.tables = tables;
    }

    AccountPlan apply(AccountExport export) {
        return new Planning(export, tables.now()).plan();
    }
}
