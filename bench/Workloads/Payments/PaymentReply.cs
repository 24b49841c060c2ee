namespace Bench.Workloads;

/// <summary>What the payer is told.</summary>
public enum PaymentReply
{
    /// <summary>The money has moved.</summary>
    Settled,

    /// <summary>The payer's balance does not cover the amount; nothing has moved.</summary>
    Declined,
}
