import Ledger
import Vocabulary

extension Accounts {
    /// Within a transaction: a sign-in that is under way and not over, of an account that is active.
    func pending(_ secret: Secret, at now: Timestamp, _ connection: any StoreConnection) throws -> PendingSignIn {
        let row = try connection.first(SignInTable.select, [.bytes(secret.hash)]) { row in
            (Account.ID(row.text(0)), PendingSignIn.Stage(rawValue: row.text(1)), try row.moment(2, table: "sign_in"))
        }
        guard let row else { throw AccountRefusal.signInOver }
        guard case (let id?, let stage?, let madeAt) = row else { throw AccountRefusal.damaged(table: "sign_in") }
        let age = now.since(madeAt)
        guard age >= -settings.clockTolerance, age < settings.signInLimit,
            let account = try AccountTable.find(id, keys, connection), account.state == .active
        else { throw AccountRefusal.signInOver }
        return PendingSignIn(
            secret: secret, account: account, stage: stage, endsAt: madeAt.adding(settings.signInLimit))
    }

    /// Within a transaction: what is asked after the password.
    func stage(after account: Account) -> PendingSignIn.Stage {
        if account.hasSecondFactor { return .secondFactor }
        return account.requiresSecondFactor ? .setUp : .mandate
    }

    /// Within a transaction: a sign-in is under way from here on.
    func begin(
        _ account: Account, stage: PendingSignIn.Stage, at now: Timestamp, _ connection: any StoreConnection
    ) throws -> PendingSignIn {
        try connection.execute(SignInTable.deleteBefore, [.moment(now.adding(-settings.signInLimit))])
        return try keep(account, stage, madeAt: now, connection)
    }

    /// Within a transaction: the next step, under another secret and with the same end.
    func advance(
        _ pending: PendingSignIn, to stage: PendingSignIn.Stage, _ connection: any StoreConnection
    ) throws -> PendingSignIn {
        try connection.execute(SignInTable.delete, [.bytes(pending.secret.hash)])
        let madeAt = pending.endsAt.adding(-settings.signInLimit)
        return try keep(pending.account, stage, madeAt: madeAt, connection)
    }

    private func keep(
        _ account: Account, _ stage: PendingSignIn.Stage, madeAt: Timestamp, _ connection: any StoreConnection
    ) throws -> PendingSignIn {
        let secret = Secret.random()
        try connection.execute(
            SignInTable.insert,
            [
                .bytes(secret.hash), .text(account.id.description), .text(stage.rawValue), .moment(madeAt),
            ])
        return PendingSignIn(
            secret: secret, account: account, stage: stage, endsAt: madeAt.adding(settings.signInLimit))
    }
}
