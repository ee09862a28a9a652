import { SCENARIOS } from 'fixtures';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isSeed } from '../../api/wish.ts';
import type { WorldInfo } from '../../client/shop-client.ts';
import './world-picker.css';

/** Chooses another practice world. The present one is gone after that, so it is asked for twice. */
export function WorldPicker({ world }: { world: WorldInfo }) {
  const [scenario, setScenario] = useState(
    SCENARIOS.some(({ id }) => id === world.scenario) ? world.scenario : SCENARIOS[0]?.id,
  );
  const [seed, setSeed] = useState(String(world.seed));
  const [asked, setAsked] = useState(false);
  const wrong = !isSeed(seed.trim());
  const chosen = SCENARIOS.find(({ id }) => id === scenario);
  return (
    <form
      class="world-picker"
      onSubmit={(event) => {
        event.preventDefault();
        if (!wrong) setAsked(true);
      }}
    >
      <fieldset class="world-list" data-testid="world-list" disabled={asked}>
        <legend>选一个场景</legend>
        {SCENARIOS.map(({ id, title, line }) => (
          <label key={id}>
            <input type="radio" name="scenario" value={id} checked={id === scenario} onChange={() => setScenario(id)} />
            <span class="world-title">{title}</span>
            <span class="world-line">{line}</span>
          </label>
        ))}
      </fieldset>
      <div class="world-seed">
        <label for="world-seed">编号</label>
        <input
          id="world-seed"
          class="num"
          data-testid="world-seed"
          inputMode="numeric"
          autoComplete="off"
          value={seed}
          disabled={asked}
          aria-invalid={wrong}
          aria-describedby="world-seed-note"
          onInput={(event) => setSeed(event.currentTarget.value)}
        />
        <span id="world-seed-note" class={wrong ? 'world-wrong' : 'world-line'}>
          {wrong ? '编号是 0 到 4294967295 的整数' : '同一个场景、同一个编号，店铺一模一样；换个编号就是另一批买家'}
        </span>
      </div>
      {asked ? (
        <Ask
          title={chosen?.title ?? ''}
          href={`/?scenario=${scenario}&seed=${seed.trim()}&day=${world.day}`}
          onStay={() => setAsked(false)}
        />
      ) : (
        <button type="submit" class="button" data-testid="world-change" disabled={wrong}>
          换一个世界
        </button>
      )}
    </form>
  );
}

function Ask({ title, href, onStay }: { title: string; href: string; onStay: () => void }) {
  const stay = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => stay.current?.focus(), []);
  return (
    <div class="dialog-bar" role="alert">
      <span>换成「{title}」以后，现在这个店铺里做过的一切都会消失，找不回来。</span>
      <button type="button" class="button" data-testid="world-stay" ref={stay} onClick={onStay}>
        先不换
      </button>
      <a class="button primary" data-testid="world-go" href={href} target="_top" rel="external">
        确定更换
      </a>
    </div>
  );
}
