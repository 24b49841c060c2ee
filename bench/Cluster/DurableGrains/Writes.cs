using Bench.Measurement.Faults;

namespace Bench.DurableGrains;

/// <summary>Numbered writes to grains whose state is in the database: what was acknowledged must be there, whatever happens to a node.</summary>
internal sealed class Writes : ClusterLanes.Writes
{
    private DurableClient? _client;
    private ILedger[] _ledgers = [];

    public override string? WhyNot => DurableClient.WhyNot;

    public override void Start(WriteLoad load, int keys)
    {
        _client = new();
        base.Start(load, keys);
    }

    public override void Send(long number, int key) => _ = WriteAsync(number, key);

    /// <summary>What the table has, whatever any grain remembers.</summary>
    public override IReadOnlyList<long> State() =>
        [.. _client!.Stored<Ledger>().SelectMany(ledger => ledger.Numbers)];

    protected override void Connect(IReadOnlyList<string> nodes) => _client!.Join();

    protected override void Activate(int keys) => _ledgers = _client!.Activate<ILedger>(keys);

    protected override void Dispose(bool disposing)
    {
        _client?.Leave();
        base.Dispose(disposing);
        _client?.Dispose();
    }

    private async Task WriteAsync(long number, int key)
    {
        try
        {
            Acknowledged(number, await _ledgers[key].Write(number));
        }
        catch (Exception)
        {
            // It may have been done all the same, so that it is neither acknowledged nor refused.
        }
    }
}
