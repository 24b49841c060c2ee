using System.Data;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Bench.Results.History;

/// <summary>A history on a server, for several machines.</summary>
internal sealed class PostgresDatabase : IHistoryDatabase
{
    // Any number that other programs on the same database are unlikely to use: "bench" in ASCII.
    private const long SchemaLock = 0x62656E6368;

    private readonly PostgresTarget _target;
    private readonly RetryRule _rule;
    private readonly ResiliencePipeline _retry;

    /// <param name="target">The database.</param>
    /// <param name="rule">How often to try.</param>
    /// <param name="notice">Told before each further try, in a sentence.</param>
    public PostgresDatabase(PostgresTarget target, RetryRule rule, Action<string> notice)
    {
        _target = target;
        _rule = rule;
        _retry = new ResiliencePipelineBuilder()
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = rule.Tries - 1,
                    Delay = rule.FirstWait,
                    BackoffType = DelayBackoffType.Exponential,
                    ShouldHandle = new PredicateBuilder().Handle<Exception>(PostgresErrors.MayPass),
                    OnRetry = retry =>
                    {
                        notice(
                            $"{Name} does not answer ({PostgresErrors.Reason(retry.Outcome.Exception!)}); try {retry.AttemptNumber + 2} of {rule.Tries} follows"
                        );
                        return default;
                    },
                }
            )
            .Build();
    }

    public string Name => _target.Name;

    public Dialect Dialect => Dialect.Postgres;

    public T Read<T>(Func<Session, T> read) => Guarded(IsolationLevel.RepeatableRead, read);

    public T Write<T>(Func<Session, T> write) => Guarded(IsolationLevel.ReadCommitted, write);

    public IReadOnlyCollection<string> Tables(Session session) =>
        session.Query<string>(
            "SELECT table_name::text FROM information_schema.tables WHERE table_schema = current_schema()"
        );

    public void LockSchema(Session session) =>
        session.Execute("SELECT pg_advisory_xact_lock(@SchemaLock)", new { SchemaLock });

    public void Insert(Session session, string table, string[] columns, IEnumerable<object[]> rows)
    {
        var connection = (NpgsqlConnection)session.Connection;
        using var writer = connection.BeginBinaryImport(
            $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var row in rows)
        {
            writer.StartRow();
            foreach (var value in row)
            {
                Write(writer, value);
            }
        }

        writer.Complete();
    }

    private static void Write(NpgsqlBinaryImporter writer, object value)
    {
        switch (value)
        {
            case int number:
                writer.Write(number);
                break;
            case double number:
                writer.Write(number);
                break;
            case string text:
                writer.Write(text);
                break;
            default:
                throw new ArgumentException($"a value of type {value.GetType()}", nameof(value));
        }
    }

    private T Guarded<T>(IsolationLevel isolation, Func<Session, T> work)
    {
        try
        {
            return _retry.Execute(() => Once(isolation, work));
        }
        catch (Exception error) when (PostgresErrors.IsOfServer(error))
        {
            throw new ResultsException(PostgresErrors.Words(error, Name, _rule.Tries), error);
        }
    }

    private T Once<T>(IsolationLevel isolation, Func<Session, T> work)
    {
        using var connection = new NpgsqlConnection(_target.ConnectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction(isolation);
        var result = work(new(transaction));
        transaction.Commit();
        return result;
    }
}
