using Bench.Measurement.Backend;
using Bench.Workloads;

namespace Bench.Databases;

/// <summary>What pages are made of, in a database: each part is read by its id and must be the one that was asked for.</summary>
public abstract class PartDatabase : DatabaseBackend<PartRequest>
{
    private const string Read = "SELECT body FROM part WHERE id = @Part";

    /// <param name="setup">The case.</param>
    /// <param name="database">Where; new and empty.</param>
    protected PartDatabase(BackendSetup<PartRequest> setup, Database database)
        : base(database)
    {
        ArgumentNullException.ThrowIfNull(setup);
        ArgumentNullException.ThrowIfNull(database);
        var parts = ((SessionsParameters)setup.Parameters).Parts;
        database.Make("CREATE TABLE part (id integer PRIMARY KEY, body text NOT NULL)");
        database.Make(
            "INSERT INTO part (id, body) VALUES (@Part, @Body)",
            Enumerable.Range(0, parts).Select(part => new { Part = part, Body = Body(part) })
        );
    }

    protected override bool Writes(PartRequest request) => false;

    protected override async ValueTask Serve(Session session, PartRequest request)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (
            await session.First<string>(Read, new { request.Part }).ConfigureAwait(false)
            != Body(request.Part)
        )
        {
            throw new InvalidDataException($"part {request.Part} of page {request.Page} is another");
        }
    }

    private static string Body(int part) => $"part {part}";
}
