namespace Bench.Results.History;

/// <summary>What differs between the databases that can keep a history.</summary>
internal interface IHistoryDatabase
{
    /// <summary>Where it is, for a reader; never with a password.</summary>
    string Name { get; }

    Dialect Dialect { get; }

    /// <summary>Reads from one state of the database.</summary>
    /// <exception cref="ResultsException">It cannot be read.</exception>
    T Read<T>(Func<Session, T> read);

    /// <summary>
    /// Writes in one transaction: all or nothing. May be called again from the beginning where a server went away midway.
    /// </summary>
    /// <exception cref="ResultsException">It cannot be written; nothing was.</exception>
    T Write<T>(Func<Session, T> write);

    /// <summary>Names of the tables that are there.</summary>
    IReadOnlyCollection<string> Tables(Session session);

    /// <summary>Keeps others from changing the schema until the transaction ends.</summary>
    void LockSchema(Session session);

    /// <summary>Inserts many rows fast.</summary>
    /// <param name="session">The transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, in the order of a row's values.</param>
    /// <param name="rows">Rows of <see cref="int"/>, <see cref="double"/> and <see cref="string"/>.</param>
    void Insert(Session session, string table, string[] columns, IEnumerable<object[]> rows);
}
