using Bench.Measurement.Backend;

namespace Bench.Databases;

/// <summary>A backend whose requests are work for a database.</summary>
/// <param name="database">The database.</param>
public abstract class DatabaseBackend<TRequest>(Database database) : RealBackend<TRequest>
{
    protected Database Database => database;

    public override IReadOnlyList<int> Processes => database.Processes;

    public override void Close() => database.Close();

    protected sealed override void Ask(TRequest request) =>
        database.Run(Writes(request), session => Serve(session, request));

    protected sealed override ValueTask AskAsync(TRequest request) =>
        database.RunAsync(Writes(request), session => Serve(session, request));

    protected sealed override string Words(Exception error) => database.Words(error);

    /// <summary>False for a request that only reads.</summary>
    protected abstract bool Writes(TRequest request);

    /// <summary>Serves a request.</summary>
    protected abstract ValueTask Serve(Session session, TRequest request);
}
