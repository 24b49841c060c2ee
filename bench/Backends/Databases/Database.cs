using System.Data.Common;
using Bench.Measurement.Hosting;
using Bench.Results;
using Dapper;

namespace Bench.Databases;

/// <summary>A database for one case: made when it is opened, gone when it is closed.</summary>
public abstract class Database
{
    /// <summary>Type of a column that numbers rows in the order in which they come.</summary>
    public abstract string Growing { get; }

    /// <summary>What follows a SELECT that keeps its rows for this transaction; null where a transaction that writes has the whole database.</summary>
    public abstract string? Locking { get; }

    /// <summary>The connection that makes it and reads it at rest.</summary>
    protected abstract DbConnection Owner { get; }

    /// <summary>Ids of its processes on this machine, as they are at the moment; empty where it has none of its own, or none is known.</summary>
    public virtual IReadOnlyList<int> Processes => [];

    /// <summary>Works on this thread, by the driver's synchronous calls.</summary>
    /// <param name="writes">False for what only reads.</param>
    /// <param name="work">The work; completed when it returns.</param>
    public abstract void Run(bool writes, Func<Session, ValueTask> work);

    /// <summary>Works without keeping the caller's thread waiting, as the driver's users would.</summary>
    /// <param name="writes">False for what only reads.</param>
    /// <param name="work">The work.</param>
    public abstract ValueTask RunAsync(bool writes, Func<Session, ValueTask> work);

    /// <summary>Changes it while no request is under way; once for each where the values are several.</summary>
    /// <exception cref="LaneFailureException">The database fails.</exception>
    public void Make(string sql, object? values = null) => AtRest(owner => owner.Execute(sql, values));

    /// <summary>All rows of a query, while no request is under way.</summary>
    /// <exception cref="LaneFailureException">The database fails.</exception>
    public IReadOnlyList<T> All<T>(string sql) => AtRest(owner => owner.Query<T>(sql).AsList());

    /// <summary>Does something while no request is under way.</summary>
    /// <exception cref="LaneFailureException">The database fails.</exception>
    protected T AtRest<T>(Func<DbConnection, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return work(Owner);
        }
        catch (DbException error)
        {
            throw new LaneFailureException(SampleStatus.Crashed, Words(error));
        }
    }

    /// <summary>What went wrong, in one line: where, and what to do next.</summary>
    public abstract string Words(Exception error);

    /// <summary>Takes everything away; a second time it does nothing.</summary>
    public abstract void Close();
}
