using Bench.Workloads;

namespace Bench.DurableGrains;

/// <summary>One account, whose number is its key.</summary>
internal interface IAccount : IUnit
{
    /// <summary>A payment from this account; the same one again has the same answer and is not made twice; null when it had waited for longer than its deadline.</summary>
    Task<PaymentReply?> Pay(Entry payment);

    /// <summary>A payment to this account; the same one again is not entered twice.</summary>
    Task Credit(Entry payment);

    /// <summary>Pays what it owes.</summary>
    Task Settle();

    /// <summary>What is stored of it.</summary>
    Task<Journal> Books();
}
