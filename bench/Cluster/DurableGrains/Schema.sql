-- What Orleans 10.4 asks a PostgreSQL database for: it reads its statements from OrleansQuery by their keys, gives them parameters by name
-- and reads columns by name. Tables and statements are this project's own.

CREATE TABLE OrleansQuery (
    QueryKey text PRIMARY KEY,
    QueryText text NOT NULL
);

-- Members of the cluster. Every change of a member turns the version: who read an older one is refused.

CREATE TABLE Membership (
    DeploymentId text PRIMARY KEY,
    Version integer NOT NULL DEFAULT 0
);

CREATE TABLE Member (
    DeploymentId text NOT NULL REFERENCES Membership,
    Address text NOT NULL,
    Port integer NOT NULL,
    Generation integer NOT NULL,
    SiloName text NOT NULL,
    HostName text NOT NULL,
    Status integer NOT NULL,
    ProxyPort integer NOT NULL,
    SuspectTimes text,
    StartTime timestamptz NOT NULL,
    IAmAliveTime timestamptz NOT NULL,
    PRIMARY KEY (DeploymentId, Address, Port, Generation)
);

INSERT INTO OrleansQuery VALUES
('InsertMembershipVersionKey', $$
    WITH made AS (
        INSERT INTO Membership (DeploymentId) VALUES (@DeploymentId) ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT count(*) = 1 FROM made
$$),
('InsertMembershipKey', $$
    WITH turned AS (
        UPDATE Membership SET Version = Version + 1
        WHERE DeploymentId = @DeploymentId AND Version = @Version
        RETURNING DeploymentId
    ), made AS (
        INSERT INTO Member
        SELECT DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, NULL, @StartTime, @IAmAliveTime
        FROM turned
        RETURNING 1
    )
    SELECT count(*) = 1 FROM made
$$),
('UpdateMembershipKey', $$
    WITH turned AS (
        UPDATE Membership SET Version = Version + 1
        WHERE DeploymentId = @DeploymentId AND Version = @Version AND EXISTS (
            SELECT FROM Member
            WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
        )
        RETURNING DeploymentId
    ), changed AS (
        UPDATE Member SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
        FROM turned
        WHERE Member.DeploymentId = turned.DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
        RETURNING 1
    )
    SELECT count(*) = 1 FROM changed
$$),
('UpdateIAmAlivetimeKey', $$
    UPDATE Member SET IAmAliveTime = @IAmAliveTime
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
$$),
-- A row with the version alone, and columns of a member that are null, says that there is no such member.
('MembershipReadRowKey', $$
    SELECT Address, Port, Generation, SiloName, HostName, Status, ProxyPort, SuspectTimes, StartTime, IAmAliveTime, Version
    FROM Membership LEFT JOIN Member
        ON Member.DeploymentId = Membership.DeploymentId
        AND Address = @Address AND Port = @Port AND Generation = @Generation
    WHERE Membership.DeploymentId = @DeploymentId
$$),
('MembershipReadAllKey', $$
    SELECT Address, Port, Generation, SiloName, HostName, Status, ProxyPort, SuspectTimes, StartTime, IAmAliveTime, Version
    FROM Membership LEFT JOIN Member USING (DeploymentId)
    WHERE DeploymentId = @DeploymentId
$$),
('GatewaysQueryKey', $$
    SELECT Address, ProxyPort, Generation FROM Member
    WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0
$$),
('DeleteMembershipTableEntriesKey', $$
    WITH gone AS (DELETE FROM Member WHERE DeploymentId = @DeploymentId)
    DELETE FROM Membership WHERE DeploymentId = @DeploymentId
$$),
-- 3 is an active member: it is never cleaned away.
('CleanupDefunctSiloEntriesKey', $$
    DELETE FROM Member WHERE DeploymentId = @DeploymentId AND IAmAliveTime < @IAmAliveTime AND Status <> 3
$$);

-- State of the grains. A write says which version it changes, NULL for none yet; another in the meantime makes it change nothing,
-- and no version comes back. Pages have room for the next version of a row beside it, so that no index changes.

CREATE TABLE GrainState (
    GrainIdN1 bigint NOT NULL,
    GrainIdN0 bigint NOT NULL,
    GrainTypeHash integer NOT NULL,
    GrainTypeString text NOT NULL,
    GrainIdExtension text NOT NULL,
    ServiceId text NOT NULL,
    PayloadBinary bytea,
    Version integer NOT NULL,
    PRIMARY KEY (GrainIdN1, GrainIdN0, GrainTypeHash, GrainTypeString, GrainIdExtension, ServiceId)
) WITH (fillfactor = 50);

INSERT INTO OrleansQuery VALUES
('ReadFromStorageKey', $$
    SELECT PayloadBinary, Version FROM GrainState
    WHERE GrainIdN1 = @GrainIdN1 AND GrainIdN0 = @GrainIdN0 AND GrainTypeHash = @GrainTypeHash
        AND GrainTypeString = @GrainTypeString AND GrainIdExtension = coalesce(@GrainIdExtensionString, '') AND ServiceId = @ServiceId
$$),
('WriteToStorageKey', $$
    WITH changed AS (
        UPDATE GrainState SET PayloadBinary = @PayloadBinary, Version = Version + 1
        WHERE GrainIdN1 = @GrainIdN1 AND GrainIdN0 = @GrainIdN0 AND GrainTypeHash = @GrainTypeHash
            AND GrainTypeString = @GrainTypeString AND GrainIdExtension = coalesce(@GrainIdExtensionString, '') AND ServiceId = @ServiceId
            AND Version = @GrainStateVersion
        RETURNING Version
    ), made AS (
        INSERT INTO GrainState
        SELECT @GrainIdN1, @GrainIdN0, @GrainTypeHash, @GrainTypeString, coalesce(@GrainIdExtensionString, ''), @ServiceId, @PayloadBinary, 1
        WHERE @GrainStateVersion IS NULL
        ON CONFLICT DO NOTHING
        RETURNING Version
    )
    SELECT Version AS NewGrainStateVersion FROM changed UNION ALL SELECT Version FROM made
$$),
('ClearStorageKey', $$
    UPDATE GrainState SET PayloadBinary = NULL, Version = Version + 1
    WHERE GrainIdN1 = @GrainIdN1 AND GrainIdN0 = @GrainIdN0 AND GrainTypeHash = @GrainTypeHash
        AND GrainTypeString = @GrainTypeString AND GrainIdExtension = coalesce(@GrainIdExtensionString, '') AND ServiceId = @ServiceId
        AND Version = @GrainStateVersion
    RETURNING Version
$$);
