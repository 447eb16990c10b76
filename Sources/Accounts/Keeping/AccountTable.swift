import Ledger
import Vocabulary

/// Accounts themselves: their names sealed, found by a token.
enum AccountTable {
    static let create = """
        -- account: who may sign in; names are sealed, so that the file alone tells nobody who works here.
        CREATE TABLE account (
            id TEXT PRIMARY KEY,            -- ‘account-…’, the only name that the ledger knows
            name_token BYTEA NOT NULL UNIQUE,-- HMAC of the folded sign-in name
            sign_in_name BYTEA NOT NULL,    -- sealed
            display_name BYTEA NOT NULL,    -- sealed
            language TEXT NOT NULL,         -- ISO 639-1
            state TEXT NOT NULL,            -- ‘active’, ‘locked’, ‘closed’
            second_factor TEXT NOT NULL,    -- ‘required’ or ‘optional’
            made_at TEXT NOT NULL,
            signed_in_at TEXT               -- last completed sign-in
        )
        """

    static let insert = """
        INSERT INTO account (id, name_token, sign_in_name, display_name, language, state, second_factor, made_at,
            signed_in_at)
        VALUES (:id, :name_token, :sign_in_name, :display_name, :language, :state, :second_factor, :made_at,
            :signed_in_at)
        """
    private static let columns = """
        a.id, a.sign_in_name, a.display_name, a.language, a.state, a.second_factor, a.made_at, a.signed_in_at,
            f.confirmed_at, p.changed_at
        FROM account a
        LEFT JOIN second_factor f ON f.account = a.id
        LEFT JOIN password p ON p.account = a.id
        """
    static let select = "SELECT \(columns) WHERE a.id = :id"
    static let selectByName = "SELECT \(columns) WHERE a.name_token = :name_token"
    static let selectAll = "SELECT \(columns) ORDER BY a.id"
    static let selectName = "SELECT id FROM account WHERE name_token = :name_token"
    static let updateState = "UPDATE account SET state = :state WHERE id = :id"
    static let updateParticulars = """
        UPDATE account SET display_name = :display_name, language = :language, second_factor = :second_factor
        WHERE id = :id
        """
    static let updateSignedIn = "UPDATE account SET signed_in_at = :signed_in_at WHERE id = :id"

    /// Reads a row selected by one of the statements above.
    static func read(_ row: any StoredRow, _ keys: AccountKeys) throws -> Account {
        guard let id = Account.ID(row.text(0)), let state = Account.State(rawValue: row.text(4)) else {
            throw AccountRefusal.damaged(table: "account")
        }
        return Account(
            id: id, signInName: try keys.text(row.byteArray(1), for: "sign-in name \(id)", table: "account"),
            displayName: try keys.text(row.byteArray(2), for: "display name \(id)", table: "account"),
            language: row.text(3), state: state, requiresSecondFactor: row.text(5) == "required",
            hasSecondFactor: row.kind(8) != .null, hasPassword: row.kind(9) != .null,
            madeAt: try row.moment(6, table: "account"), lastSignInAt: try row.optionalMoment(7, table: "account"))
    }

    static func find(_ id: Account.ID, _ keys: AccountKeys, _ connection: any StoreConnection) throws -> Account? {
        try connection.first(select, [.text(id.description)]) { try read($0, keys) }
    }

    static func find(_ name: SignInName, _ keys: AccountKeys, _ connection: any StoreConnection) throws -> Account? {
        try connection.first(selectByName, [.bytes(keys.token(name.folded, of: "sign-in name"))]) {
            try read($0, keys)
        }
    }
}
