import Ledger

enum ProviderTable {
    static let create = """
        -- provider: who else may vouch for persons, by OpenID Connect.
        CREATE TABLE provider (
            name TEXT PRIMARY KEY,          -- as it stands in addresses
            issuer TEXT NOT NULL,           -- https://…
            client_id TEXT NOT NULL,        -- what the provider calls this register
            client_secret BYTEA,            -- sealed; null for a client without one
            second_factor TEXT NOT NULL     -- ‘provided’ where it asks for one itself, ‘asked’ where ours is asked
        )
        """
    static let upsert = """
        INSERT INTO provider (name, issuer, client_id, client_secret, second_factor)
        VALUES (:name, :issuer, :client_id, :client_secret, :second_factor)
        ON CONFLICT (name) DO UPDATE SET issuer = excluded.issuer, client_id = excluded.client_id,
            client_secret = excluded.client_secret, second_factor = excluded.second_factor
        """
    private static let columns = "name, issuer, client_id, client_secret, second_factor FROM provider"
    static let select = "SELECT \(columns) WHERE name = :name"
    static let selectAll = "SELECT \(columns) ORDER BY name"
    static let delete = "DELETE FROM provider WHERE name = :name"
}

enum IdentityTable {
    static let create = """
        -- identity: which outside identity is which account.
        CREATE TABLE identity (
            token BYTEA PRIMARY KEY,        -- HMAC of issuer and subject
            account TEXT NOT NULL,
            provider TEXT NOT NULL,
            made_at TEXT NOT NULL,
            UNIQUE (account, provider)
        )
        """
    static let insert = """
        INSERT INTO identity (token, account, provider, made_at) VALUES (:token, :account, :provider, :made_at)
        """
    static let select = "SELECT account FROM identity WHERE token = :token"
    static let selectOfAccount = "SELECT provider FROM identity WHERE account = :account ORDER BY provider"
    static let delete = "DELETE FROM identity WHERE account = :account AND provider = :provider"
    static let deleteOfProvider = "DELETE FROM identity WHERE provider = :provider"
}

enum ProviderRequestTable {
    static let create = """
        -- provider_request: who was sent to a provider and has not come back; each good once, for ten minutes.
        CREATE TABLE provider_request (
            state BYTEA PRIMARY KEY,        -- SHA-256 of the state in the address
            browser BYTEA NOT NULL,         -- SHA-256 of the secret in the browser's cookie
            provider TEXT NOT NULL,
            nonce BYTEA NOT NULL,           -- sealed
            verifier BYTEA NOT NULL,        -- sealed: PKCE
            redirect TEXT NOT NULL,         -- where the provider sends the person back to
            account TEXT,                   -- who wants to link the identity; null for a sign-in
            made_at TEXT NOT NULL
        )
        """
    static let insert = """
        INSERT INTO provider_request (state, browser, provider, nonce, verifier, redirect, account, made_at)
        VALUES (:state, :browser, :provider, :nonce, :verifier, :redirect, :account, :made_at)
        """
    static let select = """
        SELECT browser, provider, nonce, verifier, redirect, account, made_at FROM provider_request
        WHERE state = :state
        """
    static let delete = "DELETE FROM provider_request WHERE state = :state"
    static let deleteBefore = "DELETE FROM provider_request WHERE made_at < :made_at"
}
