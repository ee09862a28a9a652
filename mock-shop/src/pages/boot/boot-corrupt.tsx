import { useState } from 'preact/hooks';
import type { Boot } from '../../api/boot.ts';
import { BootCard } from './boot-card.tsx';

/** What is stored is damaged: keep a copy of it, and begin again only when told to. */
export function BootCorrupt({ boot }: { boot: Extract<Boot, { kind: 'corrupt' }> }) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState('');
  const run = async (work: () => Promise<void>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setFault('');
    try {
      await work();
    } catch (error) {
      setFault(`没有成功：${error instanceof Error ? error.message : String(error)}`);
    }
    setBusy(false);
  };
  return (
    <BootCard title={boot.title} text={fault ? `${boot.text}（${fault}）` : boot.text}>
      <button
        type="button"
        class="button primary"
        data-testid="world-dump"
        disabled={busy}
        onClick={() => run(async () => saveFile(await boot.dump()))}
      >
        导出损坏的数据
      </button>
      <button
        type="button"
        class="button"
        data-testid="world-restart"
        disabled={busy}
        onClick={() => run(boot.restart)}
      >
        从头开始这个世界
      </button>
    </BootCard>
  );
}

function saveFile({ name, text }: { name: string; text: string }): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
