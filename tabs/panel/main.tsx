import { start } from '../start.tsx';
import panel from '../words/en/panel.json';
import { Panel } from './Panel.tsx';

void start({ panel }, (client) => <Panel client={client} />);
